package io.boxoffice.payment.hold;

/** What happens to a hold whose order ends without a sale. */
public enum HoldOutcome {
    /** The fan gets it back and may try again. */
    RETURN,
    /** The seats are free for others. */
    RELEASE
}
