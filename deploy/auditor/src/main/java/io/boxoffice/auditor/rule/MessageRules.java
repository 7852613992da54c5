package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Inventory.Hold;
import io.boxoffice.auditor.rule.Inventory.Scan;
import io.boxoffice.auditor.rule.Inventory.Ticket;
import io.boxoffice.auditor.rule.Payments.Refund;
import io.boxoffice.auditor.rule.Resale.Listing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Invariant 5: what was committed was told at least once, or waits in its outbox to be, and nothing else was told. */
final class MessageRules {

    private static final Set<String> GIVEN_BACK = Set.of("RELEASED", "EXPIRED");

    private final Truth truth;

    MessageRules(Truth truth) {
        this.truth = truth;
    }

    List<Finding> judge() {
        if (!truth.terms().toldFromTheStart()) {
            return List.of();
        }
        Inventory inventory = truth.inventory();
        List<Finding> findings = new ArrayList<>();
        findings.add(only("SeatsHeld", holds(_ -> true)));
        findings.add(only("SeatsPurchased", holds(hold -> hold.status().equals("PURCHASED"))));
        findings.add(atLeast("SeatsReleased", holds(hold -> GIVEN_BACK.contains(hold.status()))));
        findings.add(only("TicketIssued", ids(inventory.tickets(), _ -> true, Ticket::ticketId)));
        findings.add(atLeast("TicketRevoked", ids(inventory.tickets(), t -> !t.current(), Ticket::ticketId)));
        findings.add(only(
                "TicketTransferred", ids(inventory.transfers(), _ -> true, t -> t.ticketId() + "/" + t.orderId())));
        findings.add(atLeast("TicketScanned", ids(inventory.scans(), Scan::admitted, Scan::nonce)));
        findings.add(only("OrderPlaced", orders(Order::ownedItsHold)));
        findings.add(only("OrderConfirmed", orders(Order::confirmed)));
        findings.add(only("PaymentCaptured", orders(Order::captured)));
        findings.add(only("OrderRefunded", ids(truth.payments().refunds(), Refund::succeeded, Refund::refundId)));
        findings.add(only("TicketListed", ids(truth.resale().listings(), Listing::offered, Listing::listingId)));
        findings.add(only("ListingSold", ids(truth.resale().listings(), Listing::isSold, Listing::listingId)));
        return findings;
    }

    /** Every committed change is told of, and no other is. */
    private Finding only(String type, Set<String> committed) {
        return told(
                type,
                " was told for each, and only then",
                committed,
                truth.heard().ids(type).stream().filter(id -> !committed.contains(id)));
    }

    private Finding atLeast(String type, Set<String> committed) {
        return told(type, " was told for each", committed, Stream.empty());
    }

    private Finding told(String type, String rule, Set<String> committed, Stream<String> madeUp) {
        List<Violation> odd = new ArrayList<>();
        committed.stream()
                .filter(id -> !truth.heard().has(type, id) && !truth.unsent().has(type, id))
                .forEach(id -> odd.add(Violation.of(id, "%s of %s was never told", type, id)));
        madeUp.forEach(id -> odd.add(Violation.of(id, "%s of %s was told and is not so", type, id)));
        return Finding.of(5, type + rule, committed.size(), "changes", odd);
    }

    private Set<String> holds(Predicate<Hold> which) {
        return ids(truth.inventory().holds(), which, Hold::holdId);
    }

    private Set<String> orders(Predicate<Order> which) {
        return ids(truth.payments().orders(), which, Order::orderId);
    }

    private static <T> Set<String> ids(Collection<T> things, Predicate<T> which, Function<T, ?> id) {
        return things.stream().filter(which).map(id).map(Object::toString).collect(toSet());
    }
}
