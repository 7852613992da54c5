package io.boxoffice.event.cache;

/** How long a value may stay in Redis. */
public enum Sharing {
    /** Not at all. */
    NOT,
    /** As long as the hurry of a sale allows. */
    DURING_SALE,
    /** As long as a quiet time allows. */
    LONG
}
