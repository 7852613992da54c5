package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.pricing.Charge;
import io.boxoffice.payment.pricing.Parts;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be refunded of a captured order, read with its rows locked.
 *
 * @param items all that was sold
 * @param grossTickets of prices, claimed by refunds so far
 * @param grossFees of fees, claimed by refunds so far
 * @param untaxed of {@code grossTickets}, what went back without the tax that was added to it
 * @param claimed what the refunds so far consist of
 */
record Refundable(
        Charge charge,
        List<Item> items,
        BigDecimal grossTickets,
        BigDecimal grossFees,
        BigDecimal untaxed,
        Parts claimed) {

    /** @param refundId the refund it is in, under way or done */
    record Item(
            UUID seatId,
            BigDecimal price,
            BigDecimal fee,
            ItemStatus status,
            @Nullable UUID refundId) {

        boolean isFree() {
            return status == ItemStatus.ACTIVE && refundId == null;
        }
    }

    /** Fees that belong to no ticket. */
    BigDecimal orderFees() {
        return items.stream().map(Item::fee).reduce(charge.fees(), BigDecimal::subtract);
    }
}
