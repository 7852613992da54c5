package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.pricing.Money;
import io.boxoffice.payment.pricing.Parts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a refund is to give back, or why there is none. */
sealed interface RefundPlan {

    /**
     * Give this back.
     *
     * @param grossTickets of the prices
     * @param grossFees of the fees
     * @param parts what the amount consists of in the ledger
     */
    record Give(List<UUID> seatIds, BigDecimal grossTickets, BigDecimal grossFees, Parts parts) implements RefundPlan {
        BigDecimal amount() {
            return parts.sum();
        }
    }

    /** Its seat is in a refund already, or was given back by one. */
    record AlreadyRefunded(@Nullable UUID refundId) implements RefundPlan {}

    /** Its ticket was sold on; the money for it is the seller's affair. */
    record Resold() implements RefundPlan {}

    /** Not a seat of this order. */
    record UnknownSeat(UUID seatId) implements RefundPlan {}

    /** Some seats, or all that are left: the order's own fee goes back with the last of them. */
    static RefundPlan ofSeats(Refundable order, @Nullable Set<UUID> seatIds, boolean includeFees) {
        var chosen = order.items().stream()
                .filter(item -> seatIds == null ? item.isFree() : seatIds.contains(item.seatId()))
                .toList();
        if (seatIds != null && chosen.size() < seatIds.size()) {
            var unknown = new HashSet<>(seatIds);
            chosen.forEach(item -> unknown.remove(item.seatId()));
            return new UnknownSeat(unknown.iterator().next());
        }
        for (var item : seatIds == null && chosen.isEmpty() ? order.items() : chosen) {
            if (item.status() == ItemStatus.RESOLD) {
                return new Resold();
            }
            if (!item.isFree()) {
                return new AlreadyRefunded(item.refundId());
            }
        }
        return chosen.isEmpty() ? new AlreadyRefunded(null) : give(order, chosen, includeFees);
    }

    private static Give give(Refundable order, List<Refundable.Item> chosen, boolean includeFees) {
        var zero = Money.exact(BigDecimal.ZERO);
        var tickets = chosen.stream().map(Refundable.Item::price).reduce(zero, BigDecimal::add);
        var seatIds = chosen.stream().map(Refundable.Item::seatId).toList();
        if (!includeFees && !order.charge().taxIncluded()) {
            return new Give(seatIds, tickets, zero, new Parts(tickets, zero, zero));
        }
        boolean last =
                order.items().stream().allMatch(item -> item.refundId() != null || seatIds.contains(item.seatId()));
        var fees = chosen.stream().map(Refundable.Item::fee).reduce(zero, BigDecimal::add);
        var given = includeFees ? last ? fees.add(order.orderFees()) : fees : zero;
        var upToNow = order.charge()
                .parts(
                        order.grossTickets().subtract(order.untaxed()).add(tickets),
                        order.grossFees().add(given));
        var before = order.charge().parts(order.grossTickets().subtract(order.untaxed()), order.grossFees());
        return new Give(seatIds, tickets, given, upToNow.minus(before));
    }

    /** Everything that has not gone back yet, whoever holds the tickets now. */
    static Give ofTheRest(Refundable order) {
        var seatIds = order.items().stream()
                .filter(item -> item.refundId() == null)
                .map(Refundable.Item::seatId)
                .toList();
        return new Give(
                seatIds,
                order.charge().tickets().subtract(order.grossTickets()),
                order.charge().fees().subtract(order.grossFees()),
                order.charge().parts().minus(order.claimed()));
    }
}
