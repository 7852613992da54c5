package io.boxoffice.e2e.check;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.e2e.check.Truth.Message;
import io.boxoffice.e2e.check.Truth.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Invariant 5: what was committed was told at least once, nothing else was told, and each effect happened once. */
final class MessageRules {

    private static final String MAIL = "order-confirmed:";

    private final Truth truth;

    MessageRules(Truth truth) {
        this.truth = truth;
    }

    List<Finding> told() {
        List<Finding> findings = new ArrayList<>();
        findings.add(told("SeatsHeld", "hold_id", holds(_ -> true)));
        findings.add(
                told("SeatsPurchased", "hold_id", holds(hold -> hold.status().equals("PURCHASED"))));
        findings.add(told(
                "SeatsReleased",
                "hold_id",
                holds(hold -> Set.of("RELEASED", "EXPIRED").contains(hold.status()))));
        findings.add(told("TicketIssued", "ticket_id", ids(truth.tickets(), ticket -> ticket.ticketId())));
        findings.add(told(
                "TicketScanned",
                "nonce",
                truth.scans().stream()
                        .filter(Truth.Scan::admitted)
                        .map(Truth.Scan::nonce)
                        .collect(toSet())));
        findings.add(told("OrderPlaced", "order_id", orders(Order::ownedItsHold)));
        findings.add(told("OrderConfirmed", "order_id", orders(Order::sold)));
        findings.add(told(
                "PaymentCaptured", "order_id", orders(order -> order.status().equals("CAPTURED"))));
        findings.add(nothingUnsent());
        findings.add(oneMailPerOrder());
        return findings;
    }

    /** Every committed change is in its topic, and the topic tells of no change that was not committed. */
    private Finding told(String name, String field, Set<String> committed) {
        Set<String> heard = truth.messages(name).stream()
                .map(message -> message.text(field))
                .collect(toSet());
        List<String> odd = new ArrayList<>();
        committed.stream()
                .filter(id -> !heard.contains(id))
                .forEach(id -> odd.add("%s of %s was never told".formatted(name, id)));
        heard.stream().filter(id -> !committed.contains(id)).forEach(id -> {
            if (!name.equals("SeatsReleased") && !name.equals("TicketScanned")) {
                odd.add("%s of %s was told and is not so".formatted(name, id));
            }
        });
        return Finding.of(5, name + " was told for each, and only then", committed.size(), "changes", odd);
    }

    private Finding nothingUnsent() {
        List<String> odd = truth.unsent() == 0 ? List.of() : List.of(truth.unsent() + " rows wait in an outbox");
        long sent = truth.messages().stream().map(Message::id).distinct().count();
        return Finding.of(5, "the outboxes are empty", sent, "messages", odd);
    }

    private Finding oneMailPerOrder() {
        Set<String> sold = orders(Order::sold);
        List<String> odd = new ArrayList<>();
        for (String order : sold) {
            int mails = truth.mails().getOrDefault(MAIL + order, 0);
            if (mails != 1) {
                odd.add("order " + order + " got " + mails + " mails");
            }
        }
        Set<String> known = orders(_ -> true);
        for (Map.Entry<String, Integer> mail : truth.mails().entrySet()) {
            String order = mail.getKey().substring(mail.getKey().indexOf(':') + 1);
            if (mail.getKey().startsWith(MAIL) && known.contains(order) && !sold.contains(order)) {
                odd.add("order " + order + " was confirmed by mail and is not sold");
            }
        }
        return Finding.of(5, "one mail for each order sold", sold.size(), "orders", odd);
    }

    private Set<String> holds(Predicate<Truth.Hold> which) {
        return ids(truth.holds().stream().filter(which).toList(), Truth.Hold::holdId);
    }

    private Set<String> orders(Predicate<Order> which) {
        return ids(truth.orders().stream().filter(which).toList(), Order::orderId);
    }

    private static <T> Set<String> ids(Collection<T> things, Function<T, ?> id) {
        return things.stream().map(id).map(Object::toString).collect(toSet());
    }
}
