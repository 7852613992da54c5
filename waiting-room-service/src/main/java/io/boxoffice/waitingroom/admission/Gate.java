package io.boxoffice.waitingroom.admission;

import io.boxoffice.waitingroom.WaitingRoomProperties;
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

    private final LuaScript admit;
    private final LuaScript expire;
    private final LuaScript abandon;
    private final LuaScript sendHome;
    private final LuaScript tellJoins;
    private final WaitingRoomProperties properties;
    private final Watchlist watchlist;
    private final QueueMetrics metrics;
    private final ToldWaits toldWaits;

    Gate(
            LuaScripts scripts,
            WaitingRoomProperties properties,
            Watchlist watchlist,
            QueueMetrics metrics,
            ToldWaits toldWaits) {
        this.admit = scripts.named("admission/admit");
        this.expire = scripts.named("admission/expire");
        this.abandon = scripts.named("admission/abandon");
        this.sendHome = scripts.named("admission/send-home");
        this.tellJoins = scripts.named("admission/tell-joins");
        this.properties = properties;
        this.watchlist = watchlist;
        this.metrics = metrics;
        this.toldWaits = toldWaits;
    }

    /** Looks once. */
    void look(UUID event) {
        expire.run(event, SWEEP);
        var gone =
                abandon.run(event, SWEEP, properties.returnGrace().toMillis()).number(0);
        sendHome.run(event, HOME);
        tellJoins.run(event);
        letIn(event);
        metrics.abandoned(event, gone);
    }

    private void letIn(UUID event) {
        var seen = admit.run(
                event,
                properties.admission().mode(),
                properties.admission().rate(),
                properties.maxActive(),
                properties.lease().toMillis(),
                BATCH);
        var waiting = seen.number(0);
        watchlist.seen(event, waiting > 0 || seen.number(1) > 0, seen.number(2) > 0);
        metrics.length(event, waiting);
        for (int i = 3; i < seen.size(); i += 2) {
            metrics.admittedAfter(event, seen.number(i + 1));
            toldWaits.judge(event, seen.number(i), seen.number(i + 1));
        }
    }
}
