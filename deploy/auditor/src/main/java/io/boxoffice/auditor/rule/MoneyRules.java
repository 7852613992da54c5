package io.boxoffice.auditor.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.boxoffice.auditor.rule.Books.Charge;
import io.boxoffice.auditor.rule.Payments.Item;
import io.boxoffice.auditor.rule.Payments.Posting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Invariant 2, second part: the ledger, and what was given back. */
final class MoneyRules {

    private final Truth truth;
    private final Payments payments;

    MoneyRules(Truth truth) {
        this.truth = truth;
        this.payments = truth.payments();
    }

    List<Finding> judge() {
        return truth.books().open()
                ? List.of(balanced(), ledgerIsTheBooks(), refundedIsFree())
                : List.of(balanced(), refundedIsFree());
    }

    private Finding balanced() {
        List<Violation> odd = payments.ledger().stream()
                .filter(posting -> posting.balance().signum() != 0)
                .map(posting -> Violation.of(
                        posting.id(), "ledger %s is out of balance by %s", posting.id(), posting.balance()))
                .toList();
        return Finding.of(2, "the ledger balances to zero", payments.ledger().size(), "postings", odd);
    }

    /** What the ledger says was taken and given back, order by order, is what the provider says. */
    private Finding ledgerIsTheBooks() {
        Map<String, BigDecimal> taken = sums(Posting::taken);
        Map<String, BigDecimal> givenBack = sums(Posting::givenBack);
        Map<String, List<Charge>> charges = truth.books().charges().stream().collect(groupingBy(Charge::orderId));
        List<Violation> odd = new ArrayList<>();
        long checked = 0;
        for (Order order : payments.settled()) {
            String id = order.orderId().toString();
            List<Charge> said = charges.getOrDefault(id, List.of());
            BigDecimal captured = sum(said, Charge::captured);
            BigDecimal refunded = sum(said, Charge::refunded);
            BigDecimal ours = taken.getOrDefault(id, BigDecimal.ZERO);
            BigDecimal back = givenBack.getOrDefault(id, BigDecimal.ZERO);
            checked += said.size();
            if (ours.compareTo(captured) != 0 || back.compareTo(refunded) != 0) {
                odd.add(Violation.of(
                        id, "order %s: ledger %s and %s back, books %s and %s", id, ours, back, captured, refunded));
            }
        }
        return Finding.of(2, "the ledger agrees with the provider's books", checked, "charges", odd);
    }

    private Finding refundedIsFree() {
        Set<String> tickets = truth.inventory()
                .currentTickets()
                .map(ticket -> ticket.orderId() + " " + ticket.seatId())
                .collect(toSet());
        List<Item> refunded = payments.items().stream()
                .filter(item -> item.status().equals("REFUNDED"))
                .toList();
        List<Violation> odd = refunded.stream()
                .map(item -> item.orderId() + " " + item.seatId())
                .filter(tickets::contains)
                .map(key -> Violation.of(key, "order and seat %s: refunded, and the ticket is still good", key))
                .toList();
        return Finding.of(2, "a refunded seat has no ticket of its order", refunded.size(), "items", odd);
    }

    private Map<String, BigDecimal> sums(Function<Posting, BigDecimal> amount) {
        return payments.ledger().stream().collect(toMap(Posting::orderId, amount, BigDecimal::add));
    }

    private static BigDecimal sum(List<Charge> charges, Function<Charge, BigDecimal> amount) {
        return charges.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
