package io.boxoffice.waitingroom.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the queue needs to know of an event.
 *
 * @param opensAt when the sale, and with it the line, opens
 * @param closesAt when nothing is sold any more: the event itself begins
 * @param status whether it takes place as announced
 */
public record EventOnSale(
        UUID eventId,
        long version,
        QueueMode mode,
        Instant opensAt,
        Instant closesAt,
        Status status,
        List<PriceTier> priceTiers) {

    /** How the event's line works. */
    public enum QueueMode {
        /** First come, first served. */
        FIFO,
        /** No line: everybody may buy at once. */
        OFF
    }

    /** Whether the event takes place. */
    public enum Status {
        ON,
        /** The sale rests until a new date is known. */
        POSTPONED,
        /** For good. */
        CANCELLED
    }

    /** The price of one section. */
    public record PriceTier(String section, BigDecimal price) {}
}
