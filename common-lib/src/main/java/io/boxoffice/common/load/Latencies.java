package io.boxoffice.common.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * A histogram of durations that costs one increment each: sixteen buckets for every doubling, so that a percentile is right
 * within 6 %. Draining starts it anew; what is recorded meanwhile falls into one window or the next.
 */
final class Latencies {
    private static final int BITS = 4;
    private static final int PER_DOUBLING = 1 << BITS;
    /** Up to 2^36 µs, which is 19 hours. */
    private static final int DOUBLINGS = 33;

    private final AtomicIntegerArray buckets = new AtomicIntegerArray(PER_DOUBLING * DOUBLINGS);

    /** How many there were, and what 95 % of them did not exceed. */
    record Window(long count, long p95Micros) {}

    void record(long nanos) {
        buckets.incrementAndGet(bucket(TimeUnit.NANOSECONDS.toMicros(nanos)));
    }

    Window drain() {
        var counts = new int[buckets.length()];
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = buckets.getAndSet(i, 0);
            count += counts[i];
        }
        return new Window(count, count == 0 ? 0 : percentile(counts, Math.ceilDiv(count * 95, 100)));
    }

    private static long percentile(int[] counts, long rank) {
        long seen = 0;
        int bucket = -1;
        while (seen < rank) {
            bucket++;
            seen += counts[bucket];
        }
        return longestIn(bucket);
    }

    private int bucket(long micros) {
        if (micros < PER_DOUBLING) {
            return (int) Math.max(0, micros);
        }
        int doublings = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(micros);
        int within = (int) (micros >>> doublings) - PER_DOUBLING;
        return Math.min(buckets.length() - 1, (doublings + 1) * PER_DOUBLING + within);
    }

    private static long longestIn(int bucket) {
        int doublings = Math.max(0, bucket / PER_DOUBLING - 1);
        long within = bucket < PER_DOUBLING ? bucket : PER_DOUBLING + bucket % PER_DOUBLING;
        return ((within + 1) << doublings) - 1;
    }
}
