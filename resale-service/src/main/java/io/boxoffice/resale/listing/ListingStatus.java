package io.boxoffice.resale.listing;

/** What the world is told of a listing. */
public enum ListingStatus {
    /** Its tickets are being locked; not offered yet. */
    PREPARING,
    /** Offered. */
    ACTIVE,
    /** An order has it; only that order's end changes this, never time. */
    CHECKOUT,
    SOLD,
    CANCELLED;

    /** Whether everybody may look at it. */
    public boolean isPublic() {
        return this == ACTIVE || this == CHECKOUT || this == SOLD;
    }
}
