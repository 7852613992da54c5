package io.boxoffice.waitingroom.admission;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.control.RateController;
import io.boxoffice.waitingroom.estimate.Outlooks;
import io.boxoffice.waitingroom.estimate.ToldWaits;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.lines.Lines;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One look at one event: who is gone, whose time is up, who comes in. Any number of instances may look at the same time. */
@Component
class Gate {
    private static final int BATCH = 100;
    private static final int SWEEP = 500;
    private static final int HOME = 500;
    private static final int LOOKS_TO_SEE_ALL = 150;
    private static final int MOST_KEYS = 40;

    private final LuaScript admit;
    private final LuaScript expire;
    private final LuaScript abandon;
    private final LuaScript sendHome;
    private final LuaScript tellJoins;
    private final WaitingRoomProperties properties;
    private final Watchlist watchlist;
    private final QueueMetrics metrics;
    private final ToldWaits toldWaits;
    private final Outlooks outlooks;
    private final Events events;
    private final Lines lines;
    private final RateController rate;

    Gate(
            LuaScripts scripts,
            WaitingRoomProperties properties,
            Watchlist watchlist,
            QueueMetrics metrics,
            ToldWaits toldWaits,
            Outlooks outlooks,
            Events events,
            Lines lines,
            RateController rate) {
        this.rate = rate;
        this.events = events;
        this.lines = lines;
        this.admit = scripts.named("admission/admit");
        this.expire = scripts.named("admission/expire");
        this.abandon = scripts.named("admission/abandon");
        this.sendHome = scripts.named("admission/send-home");
        this.tellJoins = scripts.named("admission/tell-joins");
        this.properties = properties;
        this.watchlist = watchlist;
        this.metrics = metrics;
        this.toldWaits = toldWaits;
        this.outlooks = outlooks;
    }

    /** Looks once. */
    void look(UUID event) {
        events.find(event).ifPresent(this::look);
    }

    private void look(EventOnSale onSale) {
        var event = onSale.eventId();
        expire.run(event, SWEEP);
        var gone = sweep(event);
        sendHome.run(
                event,
                HOME,
                onSale.status().reason(),
                onSale.version(),
                onSale.closesAt().toEpochMilli());
        tellJoins.run(event);
        rate.adapt(event);
        metrics.abandoned(event, gone + letIn(onSale));
    }

    /** Looks at so many records that all of them are seen within a while, but no longer than others can wait for Redis. */
    private long sweep(UUID event) {
        return abandon.run(
                        event,
                        MOST_KEYS,
                        properties.abandonAfter().toMillis(),
                        properties.returnGrace().toMillis(),
                        LOOKS_TO_SEE_ALL)
                .number(0);
    }

    /** Answers how many were passed over, silent for too long. */
    private long letIn(EventOnSale onSale) {
        var event = onSale.eventId();
        var seen = lines.having(
                event,
                () -> admit.run(
                        event,
                        properties.admission().mode(),
                        properties.admission().rate(),
                        properties.maxActive(),
                        properties.lease().toMillis(),
                        BATCH,
                        onSale.opensAt().toEpochMilli(),
                        properties.abandonAfter().toMillis(),
                        properties.returnGrace().toMillis()));
        outlooks.of(event);
        var waiting = seen.number(7);
        watchlist.seen(event, waiting > 0 || seen.number(2) > 0, seen.number(3) > 0);
        metrics.length(event, waiting);
        for (int i = 8; i < seen.size(); i += 2) {
            metrics.admittedAfter(event, seen.number(i + 1));
            toldWaits.letIn(event, seen.number(i));
        }
        return seen.number(4);
    }
}
