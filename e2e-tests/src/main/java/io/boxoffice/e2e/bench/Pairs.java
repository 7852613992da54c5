package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Denominator;
import io.boxoffice.e2e.bench.BenchResult.Ratio;
import io.boxoffice.e2e.bench.BenchResult.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/** Two things measured in turn, A B A B, so that both have the same minutes and the same neighbours. */
record Pairs(List<Double> ours, List<Double> theirs) {

    /** One run. */
    @FunctionalInterface
    interface Run {
        double measure() throws IOException, InterruptedException;
    }

    static Pairs of(String name, int count, Run ours, Run theirs) throws IOException, InterruptedException {
        var pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
        for (int pair = 1; pair <= count; pair++) {
            pairs.ours.add(ours.measure());
            pairs.theirs.add(theirs.measure());
            System.out.printf(
                    "%s, pair %d of %d: %.2f to %.2f%n",
                    name, pair, count, pairs.ours.getLast(), pairs.theirs.getLast());
        }
        return pairs;
    }

    Ratio ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair) / theirs.get(pair));
        }
        Spread spread = Spread.of(ratios);
        return new Ratio(rounded(spread.median()), rounded(spread.min()), rounded(spread.max()), ratios.size());
    }

    Row row(String part, String unit, String tool, String target, DoublePredicate reached) {
        Ratio ratio = ratio();
        return new Row(
                part,
                rounded(Spread.of(ours).median()),
                unit,
                new Denominator(tool, rounded(Spread.of(theirs).median())),
                ratio,
                target,
                reached.test(ratio.median()));
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
