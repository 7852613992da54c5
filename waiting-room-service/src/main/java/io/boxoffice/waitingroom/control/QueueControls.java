package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Takes operators' words: first written down, then put into Redis, where every instance finds them at its next look. A word
 * that was only written down has had no answer, and is given again.
 */
@Service
public class QueueControls {
    private static final Logger log = LoggerFactory.getLogger(QueueControls.class);
    private static final int MODE = 4;
    private static final int AUTO = 4;
    private static final double THOUSANDTHS = 1_000.0;

    private final LuaScript setControl;
    private final LuaScript show;
    private final ControlLog written;
    private final Watchlist watchlist;
    private final WaitingRoomProperties properties;
    private final RateMetrics metrics;

    QueueControls(
            LuaScripts scripts,
            ControlLog written,
            Watchlist watchlist,
            WaitingRoomProperties properties,
            RateMetrics metrics) {
        this.setControl = scripts.named("control/set-control");
        this.show = scripts.named("control/show");
        this.written = written;
        this.watchlist = watchlist;
        this.properties = properties;
        this.metrics = metrics;
    }

    /** All that operators may know. */
    ControlView of(UUID event) {
        var seen = show.run(event);
        var auto = number(seen.word(AUTO));
        var control = inForce(seen, 0);
        return new ControlView(
                control.mode(),
                control.mode() == Mode.AUTO && auto != null ? auto : control.ratePerMinute(),
                control.maxActive(),
                control.message(),
                auto,
                properties.admission().floor(),
                properties.admission().ceiling(),
                reason(control.mode(), seen.word(0).isEmpty(), seen.word(AUTO + 1)),
                Math.round(Double.parseDouble(seen.word(AUTO + 2)) * THOUSANDTHS) / THOUSANDTHS);
    }

    private static String reason(Mode mode, boolean configured, String why) {
        var by = configured ? "by configuration" : "by an operator";
        return switch (mode) {
            case AUTO -> why.isEmpty() ? "as configured" : why;
            case MANUAL -> "set " + by;
            case PAUSED -> "paused " + by;
        };
    }

    /** Reads what is in force from what {@code queue/status.lua} answers. */
    public QueueControl of(Reply status) {
        return inForce(status, MODE);
    }

    private QueueControl inForce(Reply seen, int from) {
        var mode = seen.word(from);
        return inForce(
                mode.isEmpty() ? properties.admission().mode() : Mode.valueOf(mode),
                number(seen.word(from + 1)),
                number(seen.word(from + 2)),
                seen.word(from + 3).isEmpty() ? null : seen.word(from + 3));
    }

    void say(UUID event, UUID by, ControlRequest said) {
        var rate = said.mode() == Mode.MANUAL ? said.ratePerMinute() : null;
        var control = inForce(said.mode(), rate, said.maxActive(), said.message());
        watchlist.watch(event);
        var number = written.append(event, by, said);
        setControl.run(
                event,
                number,
                said.mode(),
                orEmpty(rate),
                orEmpty(said.maxActive()),
                orEmpty(said.message()),
                control.rateNow(),
                control.maxActive());
        metrics.decided("operator");
        log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("said_by", by)
                .addKeyValue("mode", said.mode())
                .addKeyValue("rate_per_minute", control.rateNow())
                .addKeyValue("max_active", control.maxActive())
                .log("operator set the queue");
    }

    private QueueControl inForce(
            Mode mode, @Nullable Integer rate, @Nullable Integer maxActive, @Nullable String message) {
        return new QueueControl(
                mode,
                rate == null ? properties.admission().rate() : rate,
                maxActive == null ? properties.maxActive() : maxActive,
                message == null || message.isBlank() ? null : message);
    }

    private static Object orEmpty(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
