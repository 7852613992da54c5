package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Payment's rows of one event.
 *
 * @param orders every order
 * @param items what was sold, order by order
 * @param refunds every refund
 * @param ledger the transactions of its orders, and the sums of the whole ledger
 * @param inMotion seats whose order or refund has not come to its end
 */
public record Payments(
        List<Order> orders, List<Item> items, List<Refund> refunds, List<Posting> ledger, Set<String> inMotion) {

    /** A seat on an order: ACTIVE, RESOLD, REFUNDED or VOID. */
    public record Item(UUID orderId, String seatId, String status) {

        boolean active() {
            return status.equals("ACTIVE");
        }

        /** Whether its money was taken. */
        boolean paid() {
            return !status.equals("VOID");
        }
    }

    /** Money given back, or to be. */
    public record Refund(UUID refundId, UUID orderId, String status, BigDecimal amount) {

        boolean succeeded() {
            return status.equals("SUCCEEDED");
        }

        boolean underWay() {
            return status.equals("PENDING");
        }
    }

    /**
     * One transaction of the ledger.
     *
     * @param id the transaction; for the sum of everything in a currency, the currency
     * @param orderId what it is about; empty for such a sum
     * @param balance debits less credits
     * @param taken what it says the provider took
     * @param givenBack what it says the provider gave back
     */
    public record Posting(String id, String orderId, BigDecimal balance, BigDecimal taken, BigDecimal givenBack) {}

    /** The seats of each order's items of some kind. */
    Map<UUID, Set<String>> seatsByOrder(Predicate<Item> which) {
        return items.stream().filter(which).collect(groupingBy(Item::orderId, mapping(Item::seatId, toSet())));
    }

    /** Orders whose money does not move at this moment: neither being captured nor being given back. */
    List<Order> settled() {
        Set<UUID> moving =
                refunds.stream().filter(Refund::underWay).map(Refund::orderId).collect(toSet());
        return orders.stream()
                .filter(order -> !order.open() && !moving.contains(order.orderId()))
                .filter(order -> !order.status().equals("CONFIRMED") || order.overdue())
                .toList();
    }
}
