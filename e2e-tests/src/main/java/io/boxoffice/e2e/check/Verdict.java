package io.boxoffice.e2e.check;

import java.util.List;

/**
 * What the checker found.
 *
 * @param findings every rule judged
 * @param sold seats purchased, by inventory
 * @param reserved seats still held
 * @param orders orders sold, by payment
 */
public record Verdict(List<Finding> findings, long sold, long reserved, long orders) {

    static Verdict of(Truth truth, List<Finding> findings) {
        return new Verdict(
                List.copyOf(findings),
                seats(truth, "PURCHASED"),
                seats(truth, "RESERVED"),
                truth.orders().stream().filter(Truth.Order::sold).count());
    }

    private static long seats(Truth truth, String status) {
        return truth.seats().stream()
                .filter(seat -> seat.status().equals(status))
                .count();
    }

    /** How many rules are broken. */
    public long broken() {
        return findings.stream().filter(finding -> !finding.holds()).count();
    }
}
