package io.boxoffice.e2e.bench.estimate;

import io.boxoffice.waitingroom.estimate.Told;
import io.boxoffice.waitingroom.estimate.WaitEstimate;

/**
 * What a fan was told at one moment, and what was there to be known.
 *
 * @param at when, in seconds
 * @param ahead people ahead
 * @param blocks of those ahead, join times at even steps from the head, for the one who knows the future
 * @param popped admissions so far
 * @param off what is let in now, as a part of what is planned
 */
record Telling(int fan, double at, int ahead, float[] blocks, int popped, double off, WaitEstimate told, Told remembered) {}
