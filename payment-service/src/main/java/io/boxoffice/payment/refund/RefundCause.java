package io.boxoffice.payment.refund;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why money goes back. */
public enum RefundCause {
    /** Support decided so. */
    REFUND("refund"),
    /** There is nothing to go to. */
    EVENT_CANCELLED("event-cancelled");

    private final String wire;

    RefundCause(String wire) {
        this.wire = wire;
    }

    /** The word in events, in calls and in the database. */
    @JsonValue
    String wire() {
        return wire;
    }

    static RefundCause of(String wire) {
        return wire.equals(REFUND.wire) ? REFUND : EVENT_CANCELLED;
    }
}
