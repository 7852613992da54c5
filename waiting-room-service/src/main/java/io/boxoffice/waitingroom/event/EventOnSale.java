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
 */
public record EventOnSale(
        UUID eventId, long version, QueueMode mode, Instant opensAt, Instant closesAt, List<PriceTier> priceTiers) {

    /** How the event's line works. */
    public enum QueueMode {
        /** First come, first served. */
        FIFO,
        /** No line: everybody may buy at once. */
        OFF
    }

    /** The price of one section. */
    public record PriceTier(String section, BigDecimal price) {}
}
