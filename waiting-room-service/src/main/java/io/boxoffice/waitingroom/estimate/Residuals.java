package io.boxoffice.waitingroom.estimate;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * How waits that were told came true, the latest of them, each measured by its own interval: -1 and 1 are its ends. Until
 * enough are known, they are taken to be as intended.
 */
final class Residuals {
    private static final int KEPT = 300;
    private static final int ASSUMED = 40;

    private final ArrayDeque<Double> kept = new ArrayDeque<>();

    void add(double residual) {
        kept.addLast(Math.clamp(residual, -20, 20));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** The residuals at 10, 50 and 90 %. */
    Stretch stretch() {
        var all = new double[kept.size() + ASSUMED];
        int at = 0;
        for (var residual : kept) {
            all[at++] = residual;
        }
        // even steps of a logistic distribution whose outer tenths begin at -1 and 1
        for (int i = 0; i < ASSUMED; i++) {
            var p = (i + 0.5) / ASSUMED;
            all[at++] = Math.log(p / (1 - p)) / Math.log(9);
        }
        Arrays.sort(all);
        return new Stretch(quantile(all, 0.1), quantile(all, 0.5), quantile(all, 0.9));
    }

    private static double quantile(double[] sorted, double p) {
        var at = p * (sorted.length - 1);
        var below = (int) at;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }

    /** By how much an interval is widened on either side, and its middle moved. */
    record Stretch(double low, double middle, double high) {}
}
