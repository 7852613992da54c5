package io.boxoffice.payment.order;

/** Whose seats an order sells. */
public enum OrderKind {
    /** The organiser's, held in inventory. */
    PRIMARY,
    /** Another fan's, listed in resale-service. */
    RESALE
}
