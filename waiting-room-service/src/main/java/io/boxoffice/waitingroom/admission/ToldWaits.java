package io.boxoffice.waitingroom.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How true the waits are that fans are told when they join: {@code boxoffice_queue_wait_estimate_error_ratio} is the
 * difference to what they waited, as a share of it. A sample: an instance judges those who joined and were let in by itself.
 */
@Component
public class ToldWaits {
    private static final int REMEMBERED = 20_000;
    private static final Duration FOR = Duration.ofHours(6);
    /** Below a second, a share says nothing. */
    private static final double LEAST_SECONDS = 1;

    private record Fan(UUID event, long joinNumber) {}

    private final Cache<Fan, Long> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();
    private final MeterRegistry metrics;

    ToldWaits(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** A fan who has just joined is told to wait so many seconds. */
    public void remember(UUID event, long joinNumber, long seconds) {
        told.put(new Fan(event, joinNumber), seconds);
    }

    /** The fan was let in after so many microseconds. */
    void judge(UUID event, long joinNumber, long waitedMicros) {
        var seconds = told.asMap().remove(new Fan(event, joinNumber));
        if (seconds != null) {
            var waited = waitedMicros / (double) TimeUnit.SECONDS.toMicros(1);
            DistributionSummary.builder("boxoffice.queue.wait.estimate.error.ratio")
                    .tag("event_id", event.toString())
                    .serviceLevelObjectives(0.1, 0.25, 0.5, 1, 2, 5)
                    .register(metrics)
                    .record(Math.abs(waited - seconds) / Math.max(waited, LEAST_SECONDS));
        }
    }
}
