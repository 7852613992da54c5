package io.boxoffice.auditor.rule;

import java.util.Collection;
import java.util.List;

/**
 * One rule judged.
 *
 * @param invariant its number
 * @param rule what must hold
 * @param checked how many things were looked at
 * @param of what these things are
 * @param violations who breaks it
 */
public record Finding(int invariant, String rule, long checked, String of, List<Violation> violations) {

    private static final int SHOWN = 5;

    static Finding of(int invariant, String rule, long checked, String of, Collection<Violation> violations) {
        return new Finding(invariant, rule, checked, of, List.copyOf(violations));
    }

    /** Whether it holds. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** One line, and the first few offenders below. */
    public String line() {
        StringBuilder text = new StringBuilder("  %d  %-66s %6d %-14s %s"
                .formatted(invariant, rule, checked, of, holds() ? "ok" : "VIOLATED by " + violations.size()));
        violations.stream()
                .limit(SHOWN)
                .forEach(violation -> text.append("\n       - ").append(violation.text()));
        return text.toString();
    }
}
