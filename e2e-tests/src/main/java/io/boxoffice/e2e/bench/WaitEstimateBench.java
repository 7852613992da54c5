package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.BenchResult.Denominator;
import io.boxoffice.e2e.bench.BenchResult.Ratio;
import io.boxoffice.e2e.bench.estimate.SmallOnSale;
import io.boxoffice.e2e.bench.estimate.SmallOnSale.First;
import io.boxoffice.e2e.bench.estimate.Trial;
import io.boxoffice.e2e.bench.estimate.Trial.Comparison;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * The waiting room's own estimator in virtual time, over several on-sales: everything that fans were told at joins and polls
 * against what they then waited. The estimator was tuned on other seeds.
 */
final class WaitEstimateBench {
    private static final long FIRST_SEED = 1;
    private static final int ON_SALES = 12;
    private static final long FIRST_SMALL_SEED = 1000;
    private static final int SMALL_ON_SALES = 60;
    private static final double MOST_OF_ORACLE = 1.25;
    private static final double LEAST_OF_POSITION = 3;
    private static final double LEAST_HELD = 0.75;
    private static final double MOST_HELD = 0.85;

    /** Median errors and the share of intervals that held. */
    private record Score(double estimator, double oracle, double hindsight, double position, double held) {
        static Score of(List<Comparison> compared) {
            return new Score(
                    median(compared, Comparison::estimator),
                    median(compared, Comparison::oracle),
                    median(compared, Comparison::hindsight),
                    median(compared, Comparison::position),
                    compared.stream().filter(Comparison::held).count() / (double) compared.size());
        }

        private static double median(List<Comparison> compared, ToDoubleFunction<Comparison> error) {
            return Spread.of(compared.stream().map(error::applyAsDouble).toList())
                    .median();
        }

        double ofOracle() {
            return estimator / oracle;
        }

        double ofPosition() {
            return position / estimator;
        }

        boolean met() {
            return ofOracle() <= MOST_OF_ORACLE
                    && ofPosition() >= LEAST_OF_POSITION
                    && held >= LEAST_HELD
                    && held <= MOST_HELD;
        }

        @Override
        public String toString() {
            return "error %.4f, of the oracle %.4f (%.2f x), in hindsight %.4f, of the position %.4f (%.1f x), intervals held %.3f"
                    .formatted(estimator, oracle, ofOracle(), hindsight, position, ofPosition(), held);
        }
    }

    BenchResult measure() throws InterruptedException {
        var trials = LongStream.range(FIRST_SEED, FIRST_SEED + ON_SALES)
                .mapToObj(WaitEstimateBench::shown)
                .toList();
        var all = Score.of(
                trials.stream().flatMap(trial -> trial.compared().stream()).toList());
        var each = trials.stream().map(trial -> Score.of(trial.compared())).toList();
        var ratios = Spread.of(each.stream().map(Score::ofOracle).toList());
        return new BenchResult(
                "wait-estimate",
                100 * all.estimator(),
                "% median error",
                new Denominator(
                        "an estimator that knows when the rate changes and to what, how many will not show up and by which laws the"
                                + " rate wavers and fans leave; it knows neither how the rate will waver nor who will leave",
                        100 * all.oracle()),
                new Ratio(ratios.median(), ratios.min(), ratios.max(), ON_SALES),
                "median error at most 1.25 x the oracle's, at least 3 x better than position / configured rate, 80 % intervals hold"
                        + " 75-85 %",
                all.met(),
                settings(trials, each, all),
                Machine.described(),
                Machine.commit(),
                Instant.now(),
                null);
    }

    private static Trial shown(long seed) {
        var trial = Trial.run(seed);
        System.out.println(row(trial, Score.of(trial.compared())));
        return trial;
    }

    private static String row(Trial trial, Score score) {
        return "seed %d, rate %s, %.0f %% left: %s"
                .formatted(trial.seed(), trial.change(), 100 * trial.abandoned(), score);
    }

    private Map<String, Object> settings(List<Trial> trials, List<Score> each, Score all) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("on_sales", ON_SALES);
        settings.put(
                "waits_compared",
                trials.stream().mapToInt(trial -> trial.compared().size()).sum());
        settings.put(
                "abandoned",
                trials.stream().mapToDouble(Trial::abandoned).average().orElse(0));
        settings.put("median_error", all.estimator());
        settings.put("oracle_error", all.oracle());
        settings.put("ratio_to_oracle", all.ofOracle());
        settings.put("position_error", all.position());
        settings.put("times_better_than_position", all.ofPosition());
        settings.put("intervals_held", all.held());
        settings.put("error_knowing_every_admission", all.hindsight());
        smallOnSales(settings);
        for (int i = 0; i < ON_SALES; i++) {
            settings.put("seed_" + trials.get(i).seed(), row(trials.get(i), each.get(i)));
        }
        return settings;
    }

    /** Lobbies of a few hundred, over within a minute: too short for an oracle, and no part of the target. */
    private static void smallOnSales(Map<String, Object> settings) {
        var first = LongStream.range(FIRST_SMALL_SEED, FIRST_SMALL_SEED + SMALL_ON_SALES)
                .boxed()
                .flatMap(seed -> SmallOnSale.run(seed).stream())
                .toList();
        var error = Spread.of(first.stream().map(First::estimator).toList()).median();
        var held = first.stream().filter(First::held).count() / (double) first.size();
        var position = Spread.of(first.stream().map(First::position).toList()).median();
        System.out.printf(
                "%d small on-sales: error %.4f, of the position %.4f, intervals held %.3f%n",
                SMALL_ON_SALES, error, position, held);
        settings.put("small_on_sales", SMALL_ON_SALES);
        settings.put("small_median_error", error);
        settings.put("small_position_error", position);
        settings.put("small_intervals_held", held);
    }
}
