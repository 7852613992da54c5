package io.boxoffice.inventory.move;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long moves paused the sale of their events. */
@Component
class MoveMetrics {
    private final Timer pause;
    private final Counter interrupted;

    MoveMetrics(MeterRegistry metrics) {
        this.pause = Timer.builder("boxoffice.move.pause")
                .description("How long an event could not be written while it was moved")
                .register(metrics);
        this.interrupted = Counter.builder("boxoffice.move.interrupted")
                .description("Attempts at moving an event that did not come to their end")
                .register(metrics);
    }

    void done(@Nullable Long pauseMs) {
        if (pauseMs != null) {
            pause.record(Duration.ofMillis(pauseMs));
        }
    }

    void interrupted() {
        interrupted.increment();
    }
}
