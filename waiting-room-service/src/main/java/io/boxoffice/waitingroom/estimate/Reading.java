package io.boxoffice.waitingroom.estimate;

/**
 * What one second of a line looked like, the same for every instance; counters grow since the line began.
 *
 * @param atMillis the queue's clock
 * @param admitted let in so far
 * @param gone left or given up while waiting so far
 * @param waiting in the line now
 * @param perMinute the rate in force; 0 while paused
 */
public record Reading(long atMillis, long admitted, long gone, long waiting, double perMinute) {}
