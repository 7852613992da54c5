package io.boxoffice.analytics.figure;

import java.util.List;

/** The fixed upper bounds of the histogram of waits, in seconds; what is longer falls in one more bucket without a bound. */
public final class WaitBuckets {
    private static final List<Integer> BOUNDS = List.of(
            1, 2, 5, 10, 20, 30, 60, 90, 120, 180, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200, 10800,
            14400);

    private WaitBuckets() {}

    public static int of(long millis) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && millis > BOUNDS.get(bucket) * 1000L) {
            bucket++;
        }
        return bucket;
    }

    /**
     * The quantile, straight between the bounds of its bucket; beyond the last bound, that bound.
     *
     * @param counts of each bucket, {@link #size} of them
     */
    public static double quantile(double q, long[] counts) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        double rank = q * all;
        double before = 0;
        for (int bucket = 0; bucket < BOUNDS.size(); bucket++) {
            if (counts[bucket] > 0 && before + counts[bucket] >= rank) {
                double low = bucket == 0 ? 0 : BOUNDS.get(bucket - 1);
                return low + (BOUNDS.get(bucket) - low) * (rank - before) / counts[bucket];
            }
            before += counts[bucket];
        }
        return all == 0 ? 0 : BOUNDS.getLast();
    }

    public static int size() {
        return BOUNDS.size() + 1;
    }
}
