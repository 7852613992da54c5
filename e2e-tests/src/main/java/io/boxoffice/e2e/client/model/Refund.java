package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.util.UUID;

/** Money on its way back. */
public record Refund(UUID refundId, String status, BigDecimal amount) {

    /** Whether its end is not known yet. */
    public boolean pending() {
        return status.equals("PENDING");
    }
}
