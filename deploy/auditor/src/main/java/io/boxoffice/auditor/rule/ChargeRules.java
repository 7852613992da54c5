package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.boxoffice.auditor.rule.Books.Charge;
import io.boxoffice.auditor.rule.Inventory.Seat;
import io.boxoffice.auditor.rule.Inventory.Ticket;
import io.boxoffice.auditor.rule.Payments.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Invariant 2, first half: seats, orders and the provider's books agree. */
final class ChargeRules {

    private final Truth truth;
    private final Payments payments;
    private final Map<String, List<Charge>> chargesByOrder;
    private final Map<UUID, Order> orders;

    ChargeRules(Truth truth) {
        this.truth = truth;
        this.payments = truth.payments();
        this.chargesByOrder = truth.books().charges().stream().collect(groupingBy(Charge::orderId));
        this.orders = payments.orders().stream().collect(toMap(Order::orderId, Function.identity(), (one, _) -> one));
    }

    List<Finding> judge() {
        return truth.books().open()
                ? List.of(purchasedIsCharged(), chargedIsSold(), capturedOnce(), nothingLeftBehind(), givenBackAsSaid())
                : List.of();
    }

    private Finding purchasedIsCharged() {
        Map<String, UUID> orderOfSeat =
                truth.inventory().currentTickets().collect(toMap(Ticket::seatId, Ticket::orderId, (first, _) -> first));
        List<Violation> odd = new ArrayList<>();
        List<Seat> purchased = truth.inventory()
                .seats("PURCHASED")
                .filter(seat -> orderOfSeat.containsKey(seat.seatId())
                        || !truth.inMotion().contains(seat.seatId()))
                .toList();
        for (Seat seat : purchased) {
            UUID order = orderOfSeat.get(seat.seatId());
            if (order == null
                    || !orders.containsKey(order)
                    || charges(order).stream().noneMatch(ChargeRules::pays)) {
                odd.add(Violation.of(seat.seatId(), "seat %s, order %s: no charge", seat.seatId(), order));
            }
        }
        return Finding.of(2, "every purchased seat is charged", purchased.size(), "seats", odd);
    }

    private static boolean pays(Charge charge) {
        return charge.authorised() || charge.captured().compareTo(charge.amount()) == 0;
    }

    /** Each seat that money was taken for is the buyer's still, or was sold on, or its money went back. */
    private Finding chargedIsSold() {
        Map<UUID, Set<String>> seats = payments.seatsByOrder(Item::paid);
        List<Violation> odd = new ArrayList<>();
        List<Charge> captured =
                truth.books().charges().stream().filter(Charge::taken).toList();
        for (Charge charge : captured) {
            Order order = orders.get(UUID.fromString(charge.orderId()));
            if (order == null || !order.open() && (!order.sold() || !seats.containsKey(order.orderId()))) {
                odd.add(Violation.of(
                        charge.paymentIntent(),
                        "charge %s of order %s has no seats",
                        charge.paymentIntent(),
                        charge.orderId()));
            }
        }
        return Finding.of(2, "every captured charge has its seats", captured.size(), "charges", odd);
    }

    private Finding capturedOnce() {
        List<Order> sold = payments.orders().stream()
                .filter(order -> order.captured() || order.overdue())
                .toList();
        List<Violation> odd = new ArrayList<>();
        for (Order order : sold) {
            List<Charge> paid =
                    charges(order.orderId()).stream().filter(Charge::taken).toList();
            BigDecimal total = order.total();
            if (!order.captured()
                    || total == null
                    || paid.stream()
                                    .map(Charge::captured)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                                    .compareTo(total)
                            != 0
                    || paid.size() > 1) {
                odd.add(Violation.of(
                        order.orderId(),
                        "order %s is %s over %s, books: %s",
                        order.orderId(),
                        order.status(),
                        total,
                        charges(order.orderId())));
            }
        }
        return Finding.of(2, "every order sold is captured once, to the cent", sold.size(), "orders", odd);
    }

    private Finding nothingLeftBehind() {
        List<Order> lost = payments.orders().stream()
                .filter(order -> !order.sold() && !order.open())
                .toList();
        List<Violation> odd = new ArrayList<>();
        for (Order order : lost) {
            charges(order.orderId()).stream()
                    .filter(charge -> charge.taken() || charge.authorised())
                    .forEach(charge -> odd.add(Violation.of(
                            order.orderId(),
                            "order %s is %s but %s is %s",
                            order.orderId(),
                            order.status(),
                            charge.paymentIntent(),
                            charge.status())));
        }
        return Finding.of(2, "orders that failed hold no money", lost.size(), "orders", odd);
    }

    /** The provider gave back what our refunds say and never more than it took. */
    private Finding givenBackAsSaid() {
        Map<UUID, BigDecimal> ours = payments.refunds().stream()
                .filter(Payments.Refund::succeeded)
                .collect(toMap(Payments.Refund::orderId, Payments.Refund::amount, BigDecimal::add));
        List<Violation> odd = new ArrayList<>();
        for (Order order : payments.settled()) {
            BigDecimal due = ours.getOrDefault(order.orderId(), BigDecimal.ZERO);
            BigDecimal given =
                    charges(order.orderId()).stream().map(Charge::refunded).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal taken =
                    charges(order.orderId()).stream().map(Charge::captured).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (given.compareTo(due) != 0 || order.refunded().compareTo(due) != 0 || given.compareTo(taken) > 0) {
                odd.add(Violation.of(
                        order.orderId(),
                        "order %s: %s refunded by us, %s by the order, %s of %s by the provider",
                        order.orderId(),
                        due,
                        order.refunded(),
                        given,
                        taken));
            }
        }
        return Finding.of(
                2,
                "refunds are what the provider gave back, at most what it took",
                payments.refunds().size(),
                "refunds",
                odd);
    }

    private List<Charge> charges(UUID order) {
        return chargesByOrder.getOrDefault(order.toString(), List.of());
    }
}
