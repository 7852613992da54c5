package io.boxoffice.resale.listing;

/** Why listings end without a sale: words of the event {@code ListingCancelled}. */
public final class Cause {
    public static final String SELLER = "seller";
    public static final String EVENT_OVER = "event-over";
    public static final String TICKET_USED = "ticket-used";
    public static final String TICKET_REVOKED = "ticket-revoked";
    /** Inventory does not have it for this listing any more. */
    public static final String TICKET_UNAVAILABLE = "ticket-unavailable";
    /** Inventory gave no answer while it was to be listed. */
    public static final String UNANSWERED = "unanswered";

    private Cause() {}
}
