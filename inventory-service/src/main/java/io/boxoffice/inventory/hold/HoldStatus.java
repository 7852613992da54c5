package io.boxoffice.inventory.hold;

/** The life of a hold. */
public enum HoldStatus {
    /** The fan's, until its time is over. */
    ACTIVE,
    /** An order's: time does not end it. */
    CHECKOUT,
    /** Its seats are sold. */
    PURCHASED,
    /** Given up; the cause says by whom. */
    RELEASED,
    /** Its time was over. */
    EXPIRED;

    /** Whether the fan has no seats by it any more. */
    public boolean gone() {
        return this == RELEASED || this == EXPIRED;
    }
}
