package io.boxoffice.waitingroom.estimate;

/**
 * How many leave before their turn. The part of the line that leaves each second is seen at once; how many of them stood ahead
 * of a fan (the old leave otherwise than the new) is learnt from fans who had their turn.
 */
final class Leaving {
    private static final double LASTS = 300;
    /** Until it is measured, this share of a whole line is taken to leave before its turn. */
    private static final double LEAVE = 0.15;
    /** What is taken counts as if the line had been watched for so long. */
    private static final double TAKEN_SECONDS = 60;
    /** As many fans who left as expected are taken to have been seen. */
    private static final double AS_EXPECTED = 200;

    private final Decayed hazard = new Decayed(LASTS);
    private final Decayed ahead = new Decayed(20_000);
    private double left;

    void measure(double seconds, long gone, long waiting) {
        hazard.add(seconds, gone, waiting * seconds);
        left += waiting == 0 ? 0 : gone / (double) waiting;
    }

    double left() {
        return left;
    }

    /** A fan's turn has come: of those ahead, so many were let in, and the others left. */
    void learn(Told told, long admitted) {
        var expected = (left - told.left()) * told.ahead() / 2;
        ahead.add(expected, Math.max(0, told.ahead() - (admitted - told.admitted())), expected);
    }

    /** The part of those ahead that leaves each second, in a line that moves so fast. */
    double hazard(long waiting, double perSecond) {
        var taken = waiting == 0 ? 0 : LEAVE * perSecond / waiting;
        return hazard.rate(taken, Math.max(1, waiting * TAKEN_SECONDS)) * ahead.rate(1, AS_EXPECTED);
    }
}
