package io.boxoffice.waitingroom.estimate;

/**
 * The rate that the controller is about to take, if nothing happens: it doubles every five seconds ({@code control/adapt.lua}) until
 * it is where it is to be.
 *
 * @param from fans a second now
 * @param to fans a second in the end, the same where the rate stands
 */
record Ramp(double from, double to) {
    private static final double GROWTH = Math.log(2) / 5;

    boolean climbs() {
        return to > from;
    }

    /** How far it still has to climb, in logarithms. */
    double height() {
        return climbs() ? Math.log(to / from) : 0;
    }

    /** The mean over the next so many seconds. */
    double over(double seconds) {
        var climbing = Math.min(seconds, height() / GROWTH);
        var climbed = from * Math.expm1(GROWTH * climbing) / GROWTH;
        return (climbed + to * (seconds - climbing)) / seconds;
    }
}
