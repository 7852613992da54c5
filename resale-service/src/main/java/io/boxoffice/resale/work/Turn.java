package io.boxoffice.resale.work;

import io.boxoffice.resale.listing.Listing;

/** The right to act for a listing. Asked before each call, so that a slow worker never acts after its successor. */
@FunctionalInterface
public interface Turn {
    /** Whether it is still ours and still the same thing is to be done; renews it. */
    boolean goesOn(Listing listing);
}
