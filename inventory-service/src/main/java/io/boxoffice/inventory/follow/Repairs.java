package io.boxoffice.inventory.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts seats that were followed wrongly; the figure stays zero. */
@Component
class Repairs {
    private static final Logger log = LoggerFactory.getLogger(Repairs.class);

    private final Counter differences;

    Repairs(MeterRegistry metrics) {
        this.differences = Counter.builder("boxoffice.stream.differences")
                .description("Seats that were not what their events' followers took them for")
                .register(metrics);
    }

    void repaired(UUID event, int seats) {
        differences.increment(seats);
        log.atError().addKeyValue("event_id", event).addKeyValue("seats", seats).log("seats were followed wrongly");
    }
}
