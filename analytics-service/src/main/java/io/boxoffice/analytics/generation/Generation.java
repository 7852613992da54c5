package io.boxoffice.analytics.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One count of the topics from their beginning.
 *
 * @param applicationId names its consumer groups and internal topics
 * @param servedAt since when its figures are shown
 */
public record Generation(
        int generation,
        String applicationId,
        State state,
        Instant startedAt,
        @Nullable Instant servedAt) {

    /** Exactly one is SERVING, at most one more BUILDING. */
    public enum State {
        BUILDING,
        SERVING,
        RETIRED
    }
}
