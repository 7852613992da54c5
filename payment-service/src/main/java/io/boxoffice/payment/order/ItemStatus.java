package io.boxoffice.payment.order;

/** What became of a seat that was sold. */
public enum ItemStatus {
    /** The buyer's. */
    ACTIVE,
    /** Sold on to another fan, by another order. */
    RESOLD,
    /** Given back, and its money. */
    REFUNDED,
    /** Never paid. */
    VOID
}
