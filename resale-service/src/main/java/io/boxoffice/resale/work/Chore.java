package io.boxoffice.resale.work;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.Pending;

/** One kind of thing to be carried out at inventory. */
public interface Chore {
    /** Which. */
    Pending pending();

    /**
     * Carries it out and moves the listing on. Everything may have been done before by one who died.
     *
     * @return false when inventory gave no answer or the turn is over, and somebody must try again
     */
    boolean carryOut(Listing listing, Turn turn);
}
