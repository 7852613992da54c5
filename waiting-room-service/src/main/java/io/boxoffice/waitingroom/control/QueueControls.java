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

    private final LuaScript setControl;
    private final LuaScript status;
    private final ControlLog written;
    private final Watchlist watchlist;
    private final WaitingRoomProperties properties;

    QueueControls(LuaScripts scripts, ControlLog written, Watchlist watchlist, WaitingRoomProperties properties) {
        this.setControl = scripts.named("control/set-control");
        this.status = scripts.named("queue/status");
        this.written = written;
        this.watchlist = watchlist;
        this.properties = properties;
    }

    QueueControl of(UUID event) {
        return of(status.run(event));
    }

    /** Reads what is in force from what {@code queue/status.lua} answers. */
    public QueueControl of(Reply status) {
        var mode = status.word(MODE);
        return inForce(
                mode.isEmpty() ? properties.admission().mode() : Mode.valueOf(mode),
                number(status.word(MODE + 1)),
                number(status.word(MODE + 2)),
                status.word(MODE + 3).isEmpty() ? null : status.word(MODE + 3));
    }

    QueueControl say(UUID event, UUID by, ControlRequest said) {
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
        log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("said_by", by)
                .addKeyValue("mode", said.mode())
                .addKeyValue("rate_per_minute", control.rateNow())
                .addKeyValue("max_active", control.maxActive())
                .log("operator set the queue");
        return control;
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
