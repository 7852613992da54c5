package io.boxoffice.fleet.supervisor;

/**
 * Sees to it that a start-up cache is never what prevents a start: after a start that came to nothing the next one does
 * without, and if that one becomes ready the cache was to blame.
 */
final class CacheUse {
    private boolean pending;
    private boolean inDoubt;

    /** Whether the start that begins now may use the cache. */
    boolean next() {
        inDoubt = pending && !inDoubt;
        pending = true;
        return !inDoubt;
    }

    /** Whether the cache is to be thrown away. */
    boolean becameReady() {
        boolean guilty = inDoubt;
        pending = false;
        inDoubt = false;
        return guilty;
    }
}
