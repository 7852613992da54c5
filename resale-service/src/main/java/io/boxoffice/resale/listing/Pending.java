package io.boxoffice.resale.listing;

/** What has been decided about a listing, and must still be carried out at inventory. */
public enum Pending {
    /** Lock the tickets for the listing. */
    PREPARE,
    /** Lock them for the order in checkout. */
    OPEN,
    /** Give them back from the order to the listing. */
    RETURN,
    /** Reassign them to the order's buyer. */
    CONFIRM,
    /** Take the listing's locks off. */
    UNLOCK
}
