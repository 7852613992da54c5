package io.boxoffice.e2e.bench.estimate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What the fans of one on-sale were told, by whom, and how far off that was.
 *
 * @param change what happened to the rate half-way
 * @param abandoned share of fans who left before their turn
 * @param compared some of all that was told, as many for each on-sale
 */
public record Trial(long seed, String change, double abandoned, List<Comparison> compared) {
    private static final int COMPARED = 4_000;
    /** Below a second, a share says nothing. */
    private static final double LEAST = 1;

    /**
     * One wait that was told at a join or a poll and came true: each error is the difference as a share of the wait.
     *
     * @param estimator of the waiting room's estimator
     * @param oracle of one who knows the future but for its luck
     * @param hindsight of one who knows all but who will leave
     * @param position of the people ahead, divided by the configured rate
     * @param held whether the wait lay in the interval told
     */
    public record Comparison(double estimator, double oracle, double hindsight, double position, boolean held) {}

    /** Runs one on-sale. */
    public static Trial run(long seed) {
        var scenario = Scenario.of(seed);
        var line = new SimulatedLine(scenario);
        line.run();
        var tellings = new ArrayList<>(line.tellings());
        tellings.removeIf(told -> Double.isNaN(line.turnOf(told.fan())));
        Collections.shuffle(tellings, new Random(seed));
        var oracle = new Oracle(line);
        var compared = tellings.stream()
                .limit(COMPARED)
                .map(told -> compare(line, oracle, told))
                .toList();
        var change = "%s %s".formatted(scenario.factor() > 1 ? "x4" : "/4", scenario.told() ? "set" : "unannounced");
        return new Trial(seed, change, line.abandoned(), compared);
    }

    private static Comparison compare(SimulatedLine line, Oracle oracle, Telling telling) {
        var waited = line.turnOf(telling.fan()) - telling.at();
        var told = telling.told().estimate();
        var position = telling.ahead().count() * 60 / line.scenario().perMinute();
        return new Comparison(
                error(told.seconds(), waited),
                error(oracle.seconds(telling), waited),
                error(oracle.hindsight(telling), waited),
                error(position, waited),
                told.covers(waited));
    }

    private static double error(double told, double waited) {
        return Math.abs(told - waited) / Math.max(LEAST, waited);
    }
}
