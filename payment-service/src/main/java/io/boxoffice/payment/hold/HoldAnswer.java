package io.boxoffice.payment.hold;

/** What inventory answered about a hold in checkout. */
public enum HoldAnswer {
    /** Done, now or before. */
    DONE,
    /** Done, and the fan has the hold back. */
    RETURNED,
    /** A definite no: the order does not own the hold. */
    FENCE_LOST,
    /** Nobody can tell; ask again. */
    UNKNOWN
}
