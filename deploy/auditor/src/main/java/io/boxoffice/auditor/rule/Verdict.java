package io.boxoffice.auditor.rule;

import java.util.Comparator;
import java.util.List;

/**
 * What was found about one event.
 *
 * @param findings every rule judged, by invariant
 * @param sold seats purchased now, by inventory
 * @param reserved seats still held
 * @param orders orders sold, by payment, whatever was given back since
 */
public record Verdict(List<Finding> findings, long sold, long reserved, long orders) {

    static Verdict of(Truth truth, List<Finding> findings) {
        return new Verdict(
                findings.stream()
                        .sorted(Comparator.comparingInt(Finding::invariant))
                        .toList(),
                truth.inventory().seats("PURCHASED").count(),
                truth.inventory().seats("RESERVED").count(),
                truth.payments().orders().stream().filter(Order::sold).count());
    }

    /** How many rules are broken. */
    public long broken() {
        return findings.stream().filter(finding -> !finding.holds()).count();
    }
}
