package io.boxoffice.waitingroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.ClockedLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules in a closed loop, in virtual time: every fan let in is work for a service during the next seconds, the service does
 * so much a second and no more, and answers the slower the more it has to do.
 */
class AdaptSimulationIT {
    private static final int CONFIGURED = 600;
    private static final double TARGET = 0.5;
    private static final double IDLE_P95 = 0.03;
    private static final int AVERAGED = 5;

    private final ClockedLine line = new ClockedLine();

    /** One second of it. */
    private record Second(double rate, double served, double p95) {}

    @BeforeEach
    void fansWaitForFreePlaces() {
        line.crowd(2, 1);
    }

    /**
     * Lets seconds pass.
     *
     * @param capacity of the service in fans a second, at each second
     * @param shopping how many seconds a fan's work is spread over
     */
    private List<Second> run(int seconds, int shopping, IntToDoubleFunction capacity) {
        var due = new double[seconds + shopping + 1];
        var recent = new ArrayDeque<Double>();
        var passed = new ArrayList<Second>();
        double backlog = 0;
        double strain = 0;
        for (int now = 0; now < seconds; now++) {
            line.pass(1_000);
            double rate = line.run("control/adapt", "AUTO", CONFIGURED, 10, 60, 30_000, 0, strain, 0, "inventory p95")
                    .number(1);
            for (int later = 1; later <= shopping; later++) {
                due[now + later] += rate / 60 / shopping;
            }
            double can = capacity.applyAsDouble(now);
            backlog += due[now];
            double served = Math.min(backlog, can);
            backlog -= served;
            double p95 = IDLE_P95 / (1 - Math.min(served / can, 0.98)) + backlog / can;
            recent.addLast(p95);
            if (recent.size() > AVERAGED) {
                recent.removeFirst();
            }
            strain = recent.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / TARGET;
            passed.add(new Second(rate, served, p95));
        }
        return passed;
    }

    private static double average(List<Second> seconds, java.util.function.ToDoubleFunction<Second> figure) {
        return seconds.stream().mapToDouble(figure).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "5, 30", "10, 15", "10, 30", "20, 5", "20, 60", "50, 30"})
    void aServiceIsKeptNearWhatItCanDoWithoutCollapse(double capacity, int shopping) {
        var settled = run(1_500, shopping, _ -> capacity).subList(300, 1_500);

        assertThat(average(settled, Second::served)).isGreaterThan(0.6 * capacity);
        assertThat(settled).allSatisfy(second -> assertThat(second.p95()).isLessThan(8 * TARGET));
        // most of the time its fans are answered in time
        assertThat(settled.stream().filter(second -> second.p95() > TARGET).count())
                .isLessThan(settled.size() * 2 / 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void aServiceThatLosesMostOfItsStrengthIsSparedAndUsedAgainOnceItIsBack(int shopping) {
        var all = run(1_500, shopping, now -> now >= 600 && now < 800 ? 2 : 15);

        var before = average(all.subList(300, 600), Second::served);
        var weak = all.subList(620 + 2 * shopping, 800);
        var after = average(all.subList(1_000, 1_500), Second::served);
        assertThat(weak).allSatisfy(second -> assertThat(second.rate()).isLessThanOrEqualTo(240));
        assertThat(after).isGreaterThan(0.8 * before);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void overloadLowersTheRateWithinSeconds(int shopping) {
        var all = run(700, shopping, now -> now >= 600 ? 2 : 15);

        double before = all.get(599).rate();
        assertThat(all.subList(600, 610))
                .anySatisfy(second -> assertThat(second.rate()).isLessThanOrEqualTo(0.5 * before));
    }
}
