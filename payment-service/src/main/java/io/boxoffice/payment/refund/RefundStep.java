package io.boxoffice.payment.refund;

/** What is to be done next; each is written before it is done. */
enum RefundStep {
    /** Lock the tickets, so that nobody enters or sells on. */
    LOCKING,
    /** Take the tickets back; their seats are not for sale yet. */
    REVOKING,
    /** Ask the provider, for the first time. */
    PAYING,
    /** The provider was asked, or is about to be: look before asking again. */
    ASKED,
    /** The money is back: the seats are for sale again. */
    FREEING,
    /** The provider refused for good: the tickets are valid again. */
    RESTORING,
    /** Nothing left to do. */
    ENDED
}
