package io.boxoffice.analytics.figure;

import java.math.BigDecimal;

/**
 * A running sum. Its version counts its changes, so that of two states of one figure the newer is known wherever they meet.
 */
public record Figure(long version, BigDecimal value) {
    private static final Figure NOTHING = new Figure(0, BigDecimal.ZERO);

    public static Figure nothing() {
        return NOTHING;
    }

    public Figure plus(BigDecimal more) {
        return new Figure(version + 1, value.add(more));
    }

    /** As stored: {@code 12:1105.00}. */
    public String text() {
        return version + ":" + value.toPlainString();
    }

    public static Figure parse(String text) {
        int colon = text.indexOf(':');
        return new Figure(Long.parseLong(text.substring(0, colon)), new BigDecimal(text.substring(colon + 1)));
    }
}
