package io.boxoffice.auditor.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Resale's rows of one event.
 *
 * @param listings every listing
 */
public record Resale(List<Listing> listings) {

    /**
     * A listing.
     *
     * @param offered whether it was ever told to be for sale
     * @param orderId whose it is, in checkout or sold
     * @param sold how many of its tickets were sold
     * @param price what each costs
     * @param owed what its seller and the platform get of it, as far as a payout was noted
     */
    public record Listing(
            UUID listingId,
            String status,
            boolean offered,
            @Nullable UUID orderId,
            int sold,
            BigDecimal price,
            @Nullable BigDecimal owed) {

        boolean isSold() {
            return status.equals("SOLD");
        }
    }
}
