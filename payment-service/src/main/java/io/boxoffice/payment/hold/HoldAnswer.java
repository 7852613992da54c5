package io.boxoffice.payment.hold;

/** What a keeper answered about seats in checkout. */
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
