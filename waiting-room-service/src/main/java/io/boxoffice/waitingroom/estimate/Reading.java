package io.boxoffice.waitingroom.estimate;

/**
 * What one second of a line looked like, the same for every instance; counters grow while the line lives.
 *
 * @param atMillis the queue's clock
 * @param life which life of the line; counters begin anew with each
 * @param admitted let in so far
 * @param gone left or given up while waiting so far
 * @param waiting in the line or its lobby now
 * @param inLine of them, those in the line who can be let in now: not those whom the draw has not moved yet
 * @param perMinute the rate in force; 0 while paused
 * @param climbsTo where the controller takes the rate now, if nothing happens; the same where it stays
 * @param places for so many the site has room
 * @param taken of these, those that are taken
 */
public record Reading(
        long atMillis,
        long life,
        long admitted,
        long gone,
        long waiting,
        long inLine,
        double perMinute,
        double climbsTo,
        long places,
        long taken) {

    /** Of a line whose rate stands, and whose site has room for all. */
    public Reading(long atMillis, long life, long admitted, long gone, long waiting, long inLine, double perMinute) {
        this(atMillis, life, admitted, gone, waiting, inLine, perMinute, perMinute, Long.MAX_VALUE, 0);
    }

    boolean hasRoom() {
        return taken < places;
    }
}
