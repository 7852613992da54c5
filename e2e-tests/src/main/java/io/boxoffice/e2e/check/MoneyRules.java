package io.boxoffice.e2e.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.e2e.check.Truth.Charge;
import io.boxoffice.e2e.check.Truth.Item;
import io.boxoffice.e2e.check.Truth.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Invariants 2 and 3: money and seats agree, and nobody has more than the limit. */
final class MoneyRules {

    private final Truth truth;
    private final SaleNotes notes;
    private final Map<String, List<Charge>> chargesByOrder;
    private final Map<UUID, Order> orders;

    MoneyRules(Truth truth, SaleNotes notes) {
        this.truth = truth;
        this.notes = notes;
        this.chargesByOrder = truth.charges().stream().collect(groupingBy(Charge::orderId));
        this.orders = truth.orders().stream().collect(toMap(Order::orderId, Function.identity()));
    }

    List<Finding> charged() {
        return List.of(purchasedIsCharged(), chargedIsSold(), settled(), nothingLeftBehind(), asTold());
    }

    private Finding purchasedIsCharged() {
        Map<String, UUID> orderOfSeat = truth.tickets().stream()
                .filter(Truth.Ticket::current)
                .collect(toMap(Truth.Ticket::seatId, Truth.Ticket::orderId, (first, _) -> first));
        List<String> odd = new ArrayList<>();
        List<Truth.Seat> purchased = truth.seats().stream()
                .filter(seat -> seat.status().equals("PURCHASED"))
                .toList();
        for (Truth.Seat seat : purchased) {
            UUID order = orderOfSeat.get(seat.seatId());
            if (order == null
                    || !orders.containsKey(order)
                    || charges(order).stream()
                            .noneMatch(charge ->
                                    charge.authorised() || charge.captured().compareTo(charge.amount()) == 0)) {
                odd.add("seat %s, order %s: no charge".formatted(seat.seatId(), order));
            }
        }
        return Finding.of(2, "every purchased seat is charged", purchased.size(), "seats", odd);
    }

    private Finding chargedIsSold() {
        Map<UUID, Set<String>> tickets = truth.tickets().stream()
                .filter(Truth.Ticket::current)
                .collect(groupingBy(Truth.Ticket::orderId, mapping(Truth.Ticket::seatId, toSet())));
        Map<UUID, Set<String>> items = truth.items().stream()
                .filter(Item::active)
                .collect(groupingBy(Item::orderId, mapping(Item::seatId, toSet())));
        List<String> odd = new ArrayList<>();
        List<Charge> captured = truth.charges().stream().filter(Charge::taken).toList();
        for (Charge charge : captured) {
            UUID order = UUID.fromString(charge.orderId());
            Set<String> seats = tickets.getOrDefault(order, Set.of());
            if (seats.isEmpty() || !seats.equals(items.get(order))) {
                odd.add("charge %s of order %s has %d tickets".formatted(charge.paymentIntent(), order, seats.size()));
            }
        }
        return Finding.of(2, "every captured charge has its seats", captured.size(), "charges", odd);
    }

    private Finding settled() {
        List<Order> sold = truth.orders().stream().filter(Order::sold).toList();
        List<String> odd = new ArrayList<>();
        for (Order order : sold) {
            List<Charge> paid =
                    charges(order.orderId()).stream().filter(Charge::taken).toList();
            long minor =
                    order.total() == null ? -1 : order.total().movePointRight(2).longValueExact();
            if (!order.status().equals("CAPTURED")
                    || paid.size() != 1
                    || order.total() == null
                    || paid.getFirst().captured().compareTo(order.total()) != 0) {
                odd.add("order %s is %s over %s, books: %s"
                        .formatted(order.orderId(), order.status(), order.total(), charges(order.orderId())));
            }
        }
        return Finding.of(2, "every order sold is captured once, to the cent", sold.size(), "orders", odd);
    }

    private Finding nothingLeftBehind() {
        List<Order> lost =
                truth.orders().stream().filter(order -> !order.sold()).toList();
        List<String> odd = new ArrayList<>();
        for (Order order : lost) {
            if (!order.settled()) {
                odd.add("order " + order.orderId() + " is still " + order.status());
            }
            charges(order.orderId()).stream()
                    .filter(charge -> charge.taken() || charge.authorised())
                    .forEach(charge -> odd.add("order %s is %s but %s is %s"
                            .formatted(order.orderId(), order.status(), charge.paymentIntent(), charge.status())));
        }
        return Finding.of(2, "orders that failed are over and hold no money", lost.size(), "orders", odd);
    }

    private Finding asTold() {
        Map<UUID, Set<String>> items = truth.items().stream()
                .filter(Item::active)
                .collect(groupingBy(Item::orderId, mapping(Item::seatId, toSet())));
        List<String> odd = new ArrayList<>();
        for (SaleNotes.Purchase told : notes.purchases()) {
            Order order = orders.get(told.orderId());
            if (order == null
                    || !order.sold()
                    || order.total() == null
                    || order.total().compareTo(told.total()) != 0
                    || !Set.copyOf(told.seatIds()).equals(items.get(told.orderId()))) {
                odd.add("the fan was told otherwise about order " + told.orderId());
            }
        }
        return Finding.of(
                2, "every purchase told to a fan is true", notes.purchases().size(), "purchases", odd);
    }

    Finding withinLimit() {
        Map<String, Long> has = truth.tickets().stream()
                .filter(Truth.Ticket::current)
                .collect(groupingBy(ticket -> ticket.holder().toString(), counting()));
        List<String> odd = new ArrayList<>();
        Map<String, Long> holds = reservedByFan();
        for (Truth.Limit limit : truth.limits()) {
            if (limit.held() != holds.getOrDefault(limit.limitKey(), 0L)) {
                odd.add("%s counts %d held seats and has %d"
                        .formatted(limit.limitKey(), limit.held(), holds.getOrDefault(limit.limitKey(), 0L)));
            }
            if (limit.held() < 0 || limit.held() + limit.bought() > notes.ticketLimit()) {
                odd.add("%s holds %d and bought %d".formatted(limit.limitKey(), limit.held(), limit.bought()));
            }
            if (limit.bought() != has.getOrDefault(limit.limitKey(), 0L)) {
                odd.add("%s bought %d and has %d tickets"
                        .formatted(limit.limitKey(), limit.bought(), has.getOrDefault(limit.limitKey(), 0L)));
            }
        }
        has.forEach((holder, count) -> {
            if (count > notes.ticketLimit()) {
                odd.add(holder + " has " + count + " tickets");
            }
        });
        return Finding.of(3, "nobody exceeds the ticket limit", truth.limits().size(), "fans", odd);
    }

    private Map<String, Long> reservedByFan() {
        Map<UUID, UUID> fanOfHold = truth.holds().stream().collect(toMap(Truth.Hold::holdId, Truth.Hold::userId));
        return truth.seats().stream()
                .filter(seat -> seat.status().equals("RESERVED"))
                .filter(seat -> fanOfHold.containsKey(seat.holdId()))
                .collect(groupingBy(seat -> String.valueOf(fanOfHold.get(seat.holdId())), counting()));
    }

    private List<Charge> charges(UUID order) {
        return chargesByOrder.getOrDefault(order.toString(), List.of());
    }
}
