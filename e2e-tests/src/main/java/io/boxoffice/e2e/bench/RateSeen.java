package io.boxoffice.e2e.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the rate of some moments is from a set one. Whoever is let in together shares a moment; between the first moment and the
 * last, all but those of the first came in.
 *
 * @param whole over all moments, as a share of the set rate
 * @param windows the same of each stretch of ten seconds
 */
record RateSeen(double whole, List<Double> windows) {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** Moments in order, from a start to an end. */
    static RateSeen of(List<Instant> moments, Instant start, Instant end, double perMinute) {
        List<Double> windows = new ArrayList<>();
        for (Instant from = start; !from.plus(WINDOW).isAfter(end); from = from.plus(WINDOW)) {
            windows.add(deviation(within(moments, from, from.plus(WINDOW)), perMinute));
        }
        return new RateSeen(deviation(within(moments, start, end), perMinute), windows);
    }

    double worstWindow() {
        return windows.stream().mapToDouble(Math::abs).max().orElse(1);
    }

    private static List<Instant> within(List<Instant> moments, Instant from, Instant to) {
        return moments.stream()
                .filter(moment -> !moment.isBefore(from) && moment.isBefore(to))
                .toList();
    }

    private static double deviation(List<Instant> moments, double perMinute) {
        if (moments.isEmpty() || moments.getFirst().equals(moments.getLast())) {
            return -1;
        }
        Instant first = moments.getFirst();
        long later = moments.stream().filter(moment -> moment.isAfter(first)).count();
        double minutes = Duration.between(first, moments.getLast()).toNanos() / 6e10;
        return later / minutes / perMinute - 1;
    }
}
