package io.boxoffice.e2e.demo;

/**
 * What a fan was told of the wait, and what came of it.
 *
 * @param told the first estimate
 * @param low the lower end of its interval
 * @param high the upper end
 * @param waited from then until the fan was let in, in seconds, as the fan felt it
 */
record WaitTold(long told, long low, long high, double waited) {

    /** How far the estimate was off, as a share of the wait; waits under a second count as one. */
    double error() {
        return Math.abs(waited - told) / Math.max(1, waited);
    }

    /** Whether the interval, and a second for rounding and the way, holds the wait. */
    boolean held() {
        return waited >= low - 1 && waited <= high + 1;
    }
}
