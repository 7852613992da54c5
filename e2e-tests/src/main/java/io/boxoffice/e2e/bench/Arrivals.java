package io.boxoffice.e2e.bench;

import java.util.Comparator;
import java.util.List;

/** Whether those who came first stand first, by the clients' own clock. */
record Arrivals(long pairs, long inversions) {

    /** When a join was sent and answered, and where its fan stands. */
    record Arrival(long sent, long answered, long position) {}

    /** Whoever was answered before another was sent must not stand behind; {@code pairs} is how many such there were. */
    static Arrivals judge(List<Arrival> arrivals) {
        var byAnswer = arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::answered))
                .toList();
        var bySending = arrivals.stream()
                .sorted(Comparator.comparingLong(Arrival::sent))
                .toList();
        long pairs = 0;
        long inversions = 0;
        long furthest = -1;
        int before = 0;
        for (Arrival later : bySending) {
            while (byAnswer.get(before).answered() < later.sent()) {
                furthest = Math.max(furthest, byAnswer.get(before).position());
                before++;
            }
            pairs += before;
            if (furthest >= later.position()) {
                inversions++;
            }
        }
        return new Arrivals(pairs, inversions);
    }
}
