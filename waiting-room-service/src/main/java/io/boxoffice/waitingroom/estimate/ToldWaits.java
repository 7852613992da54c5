package io.boxoffice.waitingroom.estimate;

import io.boxoffice.waitingroom.redis.LuaScript;
import io.boxoffice.waitingroom.redis.LuaScripts;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * How true the waits are that fans are told: {@code boxoffice_queue_wait_estimate_error_ratio} is the difference to what they
 * waited, as a share of it, and {@code boxoffice_queue_wait_estimate_intervals_total} counts whether it lay in the interval told. A
 * sample of fans, kept in Redis, so that it counts nothing which instance told and which let in.
 */
@Component
public class ToldWaits {
    private static final int AT_MOST = 20_000;
    /** Of a fan's many polls, the one that is judged may be any. */
    private static final double RETOLD = 0.25;
    /** Below a second, a share says nothing. */
    private static final double LEAST_SECONDS = 1;

    private final LuaScript remember;
    private final LuaScript turn;
    private final MeterRegistry metrics;

    ToldWaits(LuaScripts scripts, MeterRegistry metrics) {
        this.remember = scripts.named("estimate/remember");
        this.turn = scripts.named("estimate/turn");
        this.metrics = metrics;
    }

    /** A fan is told a wait, for the first time or again. */
    public void told(UUID event, long joinNumber, boolean first, Told told) {
        if (Sampling.contains(joinNumber)
                && (first || ThreadLocalRandom.current().nextDouble() < RETOLD)) {
            remember.run(event, joinNumber, told.written(), AT_MOST);
        }
    }

    /** A fan is let in. */
    public void letIn(UUID event, long joinNumber) {
        if (!Sampling.contains(joinNumber)) {
            return;
        }
        var came = turn.run(event, joinNumber);
        if (!came.word(0).isEmpty()) {
            var told = Told.read(came.word(0));
            judge(event, told.estimate(), (came.number(1) - told.atMillis()) / 1000.0);
        }
    }

    private void judge(UUID event, WaitEstimate told, double waited) {
        DistributionSummary.builder("boxoffice.queue.wait.estimate.error.ratio")
                .tag("event_id", event.toString())
                .serviceLevelObjectives(0.1, 0.25, 0.5, 1, 2, 5)
                .register(metrics)
                .record(Math.abs(waited - told.seconds()) / Math.max(waited, LEAST_SECONDS));
        var held = told.covers(waited) ? "held" : waited < told.low() ? "shorter" : "longer";
        metrics.counter("boxoffice.queue.wait.estimate.intervals", "event_id", event.toString(), "outcome", held)
                .increment();
    }
}
