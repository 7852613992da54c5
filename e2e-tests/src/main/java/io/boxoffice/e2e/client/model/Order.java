package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A purchase on its way, or done. */
public record Order(
        UUID orderId,
        UUID eventId,
        UUID holdId,
        String status,
        BigDecimal totalAmount,
        String currency,
        List<SeatLine> items) {

    private static final Set<String> BOUGHT = Set.of("CONFIRMED", "CAPTURED");
    private static final Set<String> UNDECIDED = Set.of("PENDING", "AUTHORIZED", "STUCK");

    /** Whether the seats are the fan's. */
    public boolean bought() {
        return BOUGHT.contains(status);
    }

    /** Whether its end is not known yet. */
    public boolean undecided() {
        return UNDECIDED.contains(status);
    }
}
