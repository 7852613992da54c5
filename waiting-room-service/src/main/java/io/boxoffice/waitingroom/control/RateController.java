package io.boxoffice.waitingroom.control;

import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.load.SellingLoad;
import io.boxoffice.waitingroom.load.Strain;
import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Has the rate of each line follow the load, in mode AUTO. {@code control/adapt.lua} decides, once a second over all instances;
 * each of them brings what it has heard.
 */
@Component
public class RateController {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final LuaScript adapt;
    private final SellingLoad load;
    private final WaitingRoomProperties properties;
    private final RateMetrics metrics;
    private final DecisionLog decisions;
    private final InstantSource clock;
    private final Map<UUID, Instant> next = new ConcurrentHashMap<>();

    RateController(
            LuaScripts scripts,
            SellingLoad load,
            WaitingRoomProperties properties,
            RateMetrics metrics,
            DecisionLog decisions,
            InstantSource clock) {
        this.adapt = scripts.named("control/adapt");
        this.load = load;
        this.properties = properties;
        this.metrics = metrics;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Takes the next step, if it is time for one. */
    public void adapt(UUID event) {
        var now = clock.instant();
        if (now.isBefore(next.getOrDefault(event, Instant.MIN))) {
            return;
        }
        var step = step(event);
        if (step.outcome().equals("IDLE")) {
            // the first fans to come are not to wait for a second
            next.remove(event);
        } else {
            next.put(event, now.plus(STEP));
        }
        metrics.rate(event, step.rate());
        if (step.changed()) {
            metrics.decided(step.outcome());
        }
        if (step.turned()) {
            decisions.append(event, step);
        }
    }

    private RateStep step(UUID event) {
        var set = properties.admission();
        var strain = load.now();
        return RateStep.of(adapt.run(
                event,
                set.mode(),
                set.rate(),
                properties.maxActive(),
                set.floor(),
                set.ceiling(),
                strain.<Object>map(known -> known.age().toMillis()).orElse(""),
                strain.map(known -> known.worst().ofLimit()).orElse(0.0),
                strain.filter(Strain::full).isPresent() ? 1 : 0,
                strain.map(known -> known.worst().what()).orElse("")));
    }
}
