package io.boxoffice.payment.refund;

/** What the world is told of a refund. */
enum RefundStatus {
    PENDING,
    /** The money is on its way back. */
    SUCCEEDED,
    /** No money went back; the tickets are the holder's again. */
    FAILED
}
