package io.boxoffice.waitingroom.estimate;

/**
 * A wait from now on, in seconds: as likely too long as too short, and between {@code low} and {@code high} in four cases
 * out of five.
 *
 * @param computed what the wait was computed to be, before past residuals moved it
 * @param doubt half the width of the interval as computed, in logarithms
 */
public record WaitEstimate(double seconds, double low, double high, double computed, double doubt) {
    /** Below a second, a share says nothing. */
    private static final double LEAST = 1;

    /** For a fan who is in. */
    public static final WaitEstimate OVER = new WaitEstimate(0, 0, 0, 0, 1);

    /** How far off a wait that came true lay, in parts of the interval as computed: from -1 to 1 it was inside. */
    public double residual(double waited) {
        return Math.log(Math.max(waited, LEAST) / Math.max(computed, LEAST)) / doubt;
    }

    /** Whether a wait that came true lay in the interval as it is told, in whole seconds. */
    public boolean covers(double waited) {
        return lowSeconds() <= waited && waited <= highSeconds();
    }

    public long wholeSeconds() {
        return (long) Math.ceil(seconds);
    }

    public long lowSeconds() {
        return (long) Math.floor(low);
    }

    public long highSeconds() {
        return (long) Math.ceil(high);
    }
}
