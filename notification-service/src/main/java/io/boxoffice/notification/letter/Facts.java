package io.boxoffice.notification.letter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What only the cause of a letter told, kept with the letter as JSON. */
public sealed interface Facts {
    /** As JSON, of letters that need none. */
    String NONE = "{}";

    /** What was given back. */
    record Refund(BigDecimal amount, String currency, List<UUID> seatIds) implements Facts {}

    /** What the organiser said. */
    record Cancellation(@Nullable String reason) implements Facts {}

    /**
     * When the event is to be now.
     *
     * @param version of the event, by which a later postponement is told from this one
     * @param date unknown as yet without one
     * @param before when it was to have been, where we knew
     */
    record Postponement(
            long version, @Nullable Instant date, @Nullable Instant before) implements Facts {}
}
