package io.boxoffice.auditor.rule;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Inventory.Ticket;
import io.boxoffice.auditor.rule.Inventory.Transfer;
import io.boxoffice.auditor.rule.Payments.Item;
import io.boxoffice.auditor.rule.Resale.Listing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Invariant 2, third part: what fans sold to fans was given, paid for and is owed to the seller. */
final class ResaleRules {

    private final Truth truth;
    private final Map<UUID, Order> orders;

    ResaleRules(Truth truth) {
        this.truth = truth;
        this.orders =
                truth.payments().orders().stream().collect(toMap(Order::orderId, Function.identity(), (one, _) -> one));
    }

    List<Finding> judge() {
        return List.of(givenIsPaid(), sellersAreOwed());
    }

    /** Whatever changed hands was sold by an order of its own, and what such an order sold did change hands. */
    private Finding givenIsPaid() {
        Map<UUID, Ticket> tickets = truth.inventory().tickets().stream()
                .collect(toMap(Ticket::ticketId, Function.identity(), (one, _) -> one));
        Set<String> given = keys(tickets, Transfer::orderId);
        Set<String> taken = keys(tickets, Transfer::fromOrderId);
        Set<String> paid = truth.payments().items().stream()
                .filter(Item::paid)
                .filter(item -> isResale(item.orderId()))
                .map(ResaleRules::key)
                .collect(toSet());
        List<Violation> odd = new ArrayList<>();
        for (Item item : truth.payments().items()) {
            if (!item.paid() || truth.inMotion().contains(item.seatId())) {
                continue;
            }
            String key = key(item);
            if (isResale(item.orderId()) && !given.contains(key)) {
                odd.add(Violation.of(key, "order and seat %s: paid and never given", key));
            }
            if (item.status().equals("RESOLD") && !taken.contains(key)) {
                odd.add(Violation.of(key, "order and seat %s: sold on, and nobody has got it", key));
            }
        }
        for (Transfer transfer : truth.inventory().transfers()) {
            Ticket ticket = tickets.get(transfer.ticketId());
            if (ticket != null
                    && ticket.current()
                    && !truth.inMotion().contains(ticket.seatId())
                    && !paid.contains(transfer.orderId() + " " + ticket.seatId())) {
                odd.add(Violation.of(transfer.ticketId(), "ticket %s was given and not paid", transfer.ticketId()));
            }
        }
        return Finding.of(2, "every ticket sold on was paid, every one paid given", given.size(), "transfers", odd);
    }

    private Finding sellersAreOwed() {
        Map<UUID, Listing> sold = truth.resale().listings().stream()
                .filter(Listing::isSold)
                .collect(toMap(Listing::listingId, Function.identity(), (one, _) -> one));
        List<Violation> odd = new ArrayList<>();
        for (Listing listing : sold.values()) {
            Order order = listing.orderId() == null ? null : orders.get(listing.orderId());
            BigDecimal price = listing.price().multiply(BigDecimal.valueOf(listing.sold()));
            boolean owed = listing.owed() != null && listing.owed().compareTo(price) == 0;
            if (order == null || !order.resale() || !(order.sold() || order.open()) || !owed) {
                odd.add(Violation.of(
                        listing.listingId(),
                        "listing %s was sold by order %s (%s) and its seller is owed %s of %s",
                        listing.listingId(),
                        listing.orderId(),
                        order == null ? "unknown" : order.status(),
                        listing.owed(),
                        price));
            }
        }
        orders.values().stream()
                .filter(order -> order.resale() && order.sold() && !sold.containsKey(order.holdId()))
                .forEach(order -> odd.add(
                        Violation.of(order.orderId(), "order %s sold a listing that is not sold", order.orderId())));
        Map<UUID, Long> perListing = orders.values().stream()
                .filter(order -> order.resale() && order.sold())
                .collect(groupingBy(Order::holdId, counting()));
        perListing.forEach((listing, times) -> {
            if (times > 1) {
                odd.add(Violation.of(listing, "listing %s was sold %d times", listing, times));
            }
        });
        return Finding.of(2, "every listing sold is one order, its seller owed", sold.size(), "listings", odd);
    }

    private Set<String> keys(Map<UUID, Ticket> tickets, Function<Transfer, UUID> order) {
        return truth.inventory().transfers().stream()
                .filter(transfer -> tickets.containsKey(transfer.ticketId()))
                .map(transfer -> order.apply(transfer) + " "
                        + requireNonNull(tickets.get(transfer.ticketId())).seatId())
                .collect(toSet());
    }

    private boolean isResale(UUID orderId) {
        Order order = orders.get(orderId);
        return order != null && order.resale();
    }

    private static String key(Item item) {
        return item.orderId() + " " + item.seatId();
    }
}
