package io.boxoffice.auditor.rule;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as payment has it.
 *
 * @param kind PRIMARY or RESALE; the hold of a RESALE order is its listing
 * @param ownedItsHold one that never did, since that had lapsed, is never told of
 * @param confirmed whether it was ever told to be sold
 * @param overdue sold, and not captured for longer than capturing may take
 * @param refunded what was given back
 */
public record Order(
        UUID orderId,
        UUID userId,
        UUID holdId,
        String kind,
        String status,
        @Nullable BigDecimal total,
        boolean ownedItsHold,
        boolean confirmed,
        boolean overdue,
        BigDecimal refunded) {

    private static final Set<String> CAPTURED = Set.of("CAPTURED", "PARTIALLY_REFUNDED", "REFUNDED");
    private static final Set<String> OPEN = Set.of("PENDING", "AUTHORIZED", "STUCK");

    /** Whether its seats became the buyer's. */
    boolean sold() {
        return status.equals("CONFIRMED") || captured();
    }

    /** Whether its money was taken, whatever was given back since. */
    boolean captured() {
        return CAPTURED.contains(status);
    }

    /** Whether its end is not known yet. */
    boolean open() {
        return OPEN.contains(status);
    }

    boolean resale() {
        return kind.equals("RESALE");
    }
}
