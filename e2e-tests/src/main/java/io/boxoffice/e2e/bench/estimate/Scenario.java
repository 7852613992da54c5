package io.boxoffice.e2e.bench.estimate;

import java.util.SplittableRandom;

/**
 * One on-sale: a burst of fans, then as many as keep the line about as long, and half-way a change of rate.
 *
 * @param perMinute the configured rate
 * @param factor what the rate changes by
 * @param told whether the rate in force says so; if not, the site merely takes in more or fewer than it should
 * @param burst fans who come in the first minute
 * @param flow how many come after it, as a share of those let in
 * @param lasts seconds in which fans come
 * @param leavers share of fans who leave at a moment spread evenly over the wait they look forward to; for some the turn comes first
 * @param wavers how much the rate in force, and what comes of it, waver
 * @param noShows share of the admitted who never claim, besides those who have silently left
 */
record Scenario(
        long seed,
        double perMinute,
        double factor,
        boolean told,
        int burst,
        double flow,
        double lasts,
        double leavers,
        double wavers,
        double noShows) {

    static Scenario of(long seed) {
        var random = new SplittableRandom(seed);
        var perMinute = Math.exp(random.nextDouble(Math.log(150), Math.log(600)));
        var minutes = random.nextDouble(8, 20);
        return new Scenario(
                seed,
                perMinute,
                seed % 2 == 0 ? 4 : 0.25,
                seed % 4 < 2,
                (int) (perMinute * minutes),
                random.nextDouble(1.2, 1.5),
                random.nextDouble(100, 160) * 60,
                0.45,
                random.nextDouble(0.05, 0.15),
                random.nextDouble(0.02, 0.08));
    }

    double changesAt() {
        return lasts / 2;
    }

    /** The configured rate before the change, and what it is after it. */
    double factorAt(double now) {
        return now < changesAt() ? 1 : factor;
    }

    double arrivalsPerSecond(double now) {
        return now < 60 ? burst / 60.0 : now < lasts ? flow * perMinute / 60 * factorAt(now) : 0;
    }
}
