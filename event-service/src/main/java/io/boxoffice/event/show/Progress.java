package io.boxoffice.event.show;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an event has come, clock aside. A draft has been published never. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Draft.class, name = "draft"),
    @JsonSubTypes.Type(value = Progress.Published.class, name = "published")
})
sealed interface Progress {

    record Draft() implements Progress {}

    /**
     * Told to the other services.
     *
     * @param version of the aggregate, raised by everything that is told of it
     * @param at when it last changed
     */
    record Published(
            long version,
            Instant at,
            Provisioning state,
            int seats,
            @Nullable String reason,
            boolean soldOut,
            Course course)
            implements Progress {}

    /** Whether the sale takes its course. */
    enum Course {
        ON,
        POSTPONED,
        CANCELLED
    }

    /** How far inventory is with the seats. */
    enum Provisioning {
        RUNNING,
        DONE,
        FAILED
    }
}
