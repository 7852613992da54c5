package io.boxoffice.waitingroom.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Hot calls in the metric of all requests, without an observation for each. */
@Component
class LaneTimes {
    private final MeterRegistry metrics;
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(HotCall.Kind kind, int status) {}

    LaneTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void record(HotCall.Kind kind, int status, Duration took) {
        timers.computeIfAbsent(new Answered(kind, status), this::timer).record(took);
    }

    private Timer timer(Answered answered) {
        return Timer.builder("http.server.requests")
                .tag("method", answered.kind().method())
                .tag("uri", answered.kind().pattern())
                .tag("status", String.valueOf(answered.status()))
                .tag("outcome", Outcome.forStatus(answered.status()).name())
                .tag("exception", "none")
                .tag("error", "none")
                .register(metrics);
    }
}
