package io.boxoffice.e2e.bench.estimate;

import io.boxoffice.waitingroom.estimate.Told;

/**
 * What a fan was told at one moment, and what was there to be known.
 *
 * @param at when, in seconds
 * @param popped admissions so far
 * @param off what is let in now, as a part of what is planned
 * @param ahead fans at even steps from the head, standing for all who are ahead
 */
record Telling(int fan, double at, int popped, double off, Ahead ahead, Told told) {

    /**
     * Some of those ahead.
     *
     * @param count of all ahead
     * @param joined when each of some came
     * @param horizon how long a wait each of them looked forward to
     */
    @SuppressWarnings("ArrayRecordComponent") // one of a few hundred thousand, read once and never compared
    record Ahead(int count, float[] joined, float[] horizon) {
        double each() {
            return joined.length == 0 ? 0 : count / (double) joined.length;
        }
    }
}
