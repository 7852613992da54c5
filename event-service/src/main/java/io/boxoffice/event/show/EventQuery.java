package io.boxoffice.event.show;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the catalogue; texts are folded as in {@link Words}.
 *
 * @param organizer whose events, drafts included; null for what everybody may see
 */
record EventQuery(
        List<String> words,
        @Nullable String category,
        @Nullable String artist,
        @Nullable UUID venueId,
        @Nullable String city,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable EventStatus status,
        @Nullable Position after,
        @Nullable UUID organizer) {
    static final int PAGE = 20;

    /** Whether many ask the same. */
    boolean isCommon() {
        return words.isEmpty() && from == null && to == null && after == null;
    }

    /** What is over is shown to those who ask for it. */
    boolean isForWhatIsAhead() {
        return from == null && to == null && status == null && organizer == null;
    }
}
