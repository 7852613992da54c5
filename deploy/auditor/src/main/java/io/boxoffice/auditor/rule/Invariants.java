package io.boxoffice.auditor.rule;

import java.util.ArrayList;
import java.util.List;

/** Applies every rule to what is known of one event. */
public final class Invariants {

    /** How many there are, numbered from 1. */
    public static final int COUNT = 6;

    private Invariants() {}

    /** Judges from behind alone, whether the sale goes on or is over. */
    public static Verdict judge(Truth truth) {
        return Verdict.of(truth, behind(truth));
    }

    /** Judges a sale that has come to rest, with what its clients saw. */
    public static Verdict judge(Truth truth, Notes notes) {
        List<Finding> findings = behind(truth);
        findings.add(atRest(truth));
        findings.add(toldToTheEnd(truth));
        findings.addAll(new ClientRules(truth, notes).judge());
        return Verdict.of(truth, findings);
    }

    private static List<Finding> behind(Truth truth) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new TicketRules(truth).judge());
        findings.addAll(new ChargeRules(truth).judge());
        findings.addAll(new MoneyRules(truth).judge());
        findings.addAll(new ResaleRules(truth).judge());
        findings.addAll(new LimitRules(truth).judge());
        findings.addAll(new QueueRules(truth).judge());
        findings.addAll(new MessageRules(truth).judge());
        findings.addAll(new SeatRules(truth).judge());
        return findings;
    }

    private static Finding atRest(Truth truth) {
        List<Order> orders = truth.payments().orders();
        List<Violation> odd = orders.stream()
                .filter(order -> order.open() || order.status().equals("CONFIRMED"))
                .map(order -> Violation.of(order.orderId(), "order %s is still %s", order.orderId(), order.status()))
                .toList();
        return Finding.of(2, "every order has come to its end", orders.size(), "orders", odd);
    }

    private static Finding toldToTheEnd(Truth truth) {
        long waiting = truth.unsent().messages();
        List<Violation> odd =
                waiting == 0 ? List.of() : List.of(Violation.of("outbox", "%d rows wait in an outbox", waiting));
        return Finding.of(5, "the outboxes are empty", truth.heard().messages(), "messages", odd);
    }
}
