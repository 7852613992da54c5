package io.boxoffice.waitingroom.estimate;

/**
 * What one second of a line looked like, the same for every instance; counters grow while the line lives.
 *
 * @param atMillis the queue's clock
 * @param life which life of the line; counters begin anew with each
 * @param admitted let in so far
 * @param gone left or given up while waiting so far
 * @param waiting in the line or its lobby now
 * @param inLine of them, those in the line, who can be let in
 * @param perMinute the rate in force; 0 while paused
 */
public record Reading(
        long atMillis, long life, long admitted, long gone, long waiting, long inLine, double perMinute) {}
