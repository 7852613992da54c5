package io.boxoffice.resale.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A listing as it was read; changes are guarded by what was read.
 *
 * @param pending what is still to be carried out
 * @param cause why it ended
 * @param refusedTicket the ticket that kept it from being listed
 * @param doomed why it cannot be sold any more, heard while it could not be cancelled
 * @param orderId whose it is in checkout, or who bought it
 * @param wasOffered whether it ever became ACTIVE
 */
public record Listing(
        UUID id,
        UUID eventId,
        UUID sellerId,
        ListingStatus status,
        @Nullable Pending pending,
        BigDecimal priceEach,
        String currency,
        @Nullable String cause,
        @Nullable UUID refusedTicket,
        @Nullable String doomed,
        @Nullable UUID orderId,
        long fence,
        boolean wasOffered,
        Instant createdAt,
        List<ListedTicket> tickets) {

    /** What all its tickets cost. */
    public BigDecimal total() {
        return priceEach.multiply(BigDecimal.valueOf(tickets.size()));
    }

    /** The same with these tickets. */
    Listing with(List<ListedTicket> these) {
        return new Listing(
                id,
                eventId,
                sellerId,
                status,
                pending,
                priceEach,
                currency,
                cause,
                refusedTicket,
                doomed,
                orderId,
                fence,
                wasOffered,
                createdAt,
                these);
    }

    /** The order in checkout. */
    public UUID requiredOrder() {
        return Objects.requireNonNull(orderId);
    }
}
