package io.boxoffice.waitingroom.estimate;

/** Two sums that forget: what happened, and what could have happened meanwhile. Their quotient is a rate of now. */
final class Decayed {
    private final double lasts;
    private double happened;
    private double possible;

    /** Forgets within so many seconds. */
    Decayed(double lasts) {
        this.lasts = lasts;
    }

    void add(double seconds, double count, double outOf) {
        var kept = Math.exp(-seconds / lasts);
        happened = happened * kept + count;
        possible = possible * kept + outOf;
    }

    /** Where too little was seen, {@code prior} counts as if it had been seen {@code weight} times. */
    double rate(double prior, double weight) {
        return (happened + prior * weight) / (possible + weight);
    }

    double happened() {
        return happened;
    }

    double possible() {
        return possible;
    }

    /** Takes over the rate of another, as if only a part of it had been seen. */
    void become(Decayed other, double part) {
        happened = other.happened * part;
        possible = other.possible * part;
    }
}
