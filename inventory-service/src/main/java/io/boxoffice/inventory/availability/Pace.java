package io.boxoffice.inventory.availability;

/** Lets one renewal through an interval, and one that waits for the interval's end. */
final class Pace {
    static final long NOW = 0;
    static final long ALREADY_COMING = -1;

    private long last;
    private boolean coming;

    Pace(long last) {
        this.last = last;
    }

    /** {@link #NOW}, {@link #ALREADY_COMING}, or how many nanoseconds the caller shall wait before it begins. */
    synchronized long ask(long now, long interval) {
        if (coming) {
            return ALREADY_COMING;
        }
        long wait = last + interval - now;
        if (wait <= 0) {
            last = now;
            return NOW;
        }
        coming = true;
        return wait;
    }

    /** The one that waited begins; a change from now on needs another. */
    synchronized void begin(long now) {
        last = now;
        coming = false;
    }
}
