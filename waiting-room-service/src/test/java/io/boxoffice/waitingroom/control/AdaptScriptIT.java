package io.boxoffice.waitingroom.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.ClockedLine;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of {@code control/adapt.lua}, on a clock that the test holds. */
class AdaptScriptIT {
    private static final double GOOD = 0.3;

    private final ClockedLine line = new ClockedLine();
    private String mode = "AUTO";
    private int rate = 600;
    private int floor = 60;
    private int ceiling = 30_000;
    private boolean full;

    @BeforeEach
    void fansWaitForFreePlaces() {
        line.crowd(2, 1);
    }

    private Reply look(Object age, double strain) {
        return line.run(
                "control/adapt", mode, rate, 10, floor, ceiling, age, strain, full ? 1 : 0, "inventory p95 812 ms");
    }

    /** A second passes, and a report says this. */
    private long second(double strain) {
        line.pass(1_000);
        return look(10, strain).number(1);
    }

    private long seconds(int count, double strain) {
        long now = 0;
        for (int i = 0; i < count; i++) {
            now = second(strain);
        }
        return now;
    }

    private String reason() {
        return line.run("control/show").word(5);
    }

    @Test
    void aLineOpensWithAQuarterOfItsRateAndHasAllOfItTenSecondsLater() {
        var opened = look(10, GOOD);

        assertThat(opened.word(0)).isEqualTo("slow-start");
        assertThat(opened.number(1)).isEqualTo(150);
        assertThat(opened.number(3)).isOne();
        assertThat(reason()).isEqualTo("slow start");
        assertThat(seconds(5, GOOD)).isBetween(300L, 310L);
        assertThat(seconds(5, GOOD)).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource({"1.01, 480", "1.25, 480", "1.6, 375", "2, 300", "50, 300"})
    void overloadLowersTheRateAtOnceTheWorseTheLower(double strain, int lowered) {
        look(10, GOOD);
        seconds(10, GOOD);

        assertThat(second(strain)).isEqualTo(lowered);
        assertThat(reason()).isEqualTo("overload: inventory p95 812 ms");
    }

    @Test
    void aStepDownHasFiveSecondsToBeFeltBeforeTheNext() {
        look(10, GOOD);
        seconds(10, GOOD);

        assertThat(second(4)).isEqualTo(300);
        assertThat(seconds(4, 4)).isEqualTo(300);
        assertThat(second(4)).isEqualTo(150);
        assertThat(seconds(60, 4)).isEqualTo(60);
    }

    @Test
    void afterOverloadTheRateComesBackFastUpToNearWhereItWasMetAndSlowlyFromThere() {
        look(10, GOOD);
        seconds(10, GOOD);
        seconds(30, 4);

        var back = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            back.add(second(GOOD));
        }

        assertThat(back.get(0)).isEqualTo(69);
        assertThat(back).contains(420L);
        assertThat(back.getLast()).isBetween(430L, 460L);
        assertThat(line.field("auto_why")).isEqualTo("climbing");
    }

    @Test
    void goodFiguresRaiseTheRateBeyondWhatIsConfiguredUpToTheCeiling() {
        ceiling = 640;
        look(10, GOOD);
        seconds(10, GOOD);

        assertThat(second(GOOD)).isEqualTo(605);
        assertThat(seconds(20, GOOD)).isEqualTo(640);
        assertThat(reason()).isEqualTo("steady");
    }

    @Test
    void fullProcessorsAloneKeepNobodyFromTheConfiguredRateButFromMore() {
        full = true;
        look(10, GOOD);

        assertThat(seconds(30, GOOD)).isEqualTo(600);
    }

    @Test
    void aRateThatIsNotUsedIsNotRaised() {
        look(10, GOOD);
        line.crowd(0, 1);
        assertThat(seconds(3, GOOD)).isEqualTo(150);
        line.crowd(5, 10);
        assertThat(seconds(3, GOOD)).isEqualTo(150);

        line.crowd(5, 9);
        line.field("sold", "1");
        assertThat(seconds(3, GOOD)).isEqualTo(150);
        line.field("sold", "0");
        line.field("recovering", String.valueOf(line.now() + 60_000));
        assertThat(seconds(3, GOOD)).isEqualTo(150);
    }

    @Test
    void silenceOfAllMeansTheFloorAndAfterwardsASlowStart() {
        look(10, GOOD);
        seconds(10, GOOD);

        for (int i = 0; i < 4; i++) {
            line.pass(1_000);
            assertThat(look("", 0).number(1)).isEqualTo(600);
        }
        line.pass(1_000);
        var silent = look("", 0);

        assertThat(silent.word(0)).isEqualTo("silence");
        assertThat(silent.number(1)).isEqualTo(60);
        assertThat(reason()).isEqualTo("silence");
        assertThat(seconds(1, GOOD)).isEqualTo(69);
        assertThat(reason()).isEqualTo("slow start");
        assertThat(seconds(17, GOOD)).isBetween(600L, 610L);
    }

    @Test
    void anInstanceThatHearsNothingLeavesTheDecisionToOneThatHears() {
        look(10, GOOD);
        for (int i = 0; i < 20; i++) {
            line.pass(1_000);
            assertThat(look("", 0).word(0)).isEqualTo("NOT_YET");
            assertThat(look(10, GOOD).word(0)).isNotIn("silence", "NOT_YET");
        }
    }

    @Test
    void whereNobodyLookedForSomeSecondsNobodyWasSilent() {
        look(10, GOOD);
        seconds(10, GOOD);
        line.pass(30_000);

        assertThat(look("", 0).number(1)).isEqualTo(600);
    }

    @Test
    void whatWasLearntAMinuteAgoIsForgotten() {
        look(10, GOOD);
        seconds(100, GOOD);
        line.pass(61_000);

        var anew = look(10, GOOD);

        assertThat(anew.word(0)).isEqualTo("slow-start");
        assertThat(anew.number(1)).isEqualTo(150);
    }

    @Test
    void aConfiguredRateBelowTheFloorOrAboveTheCeilingStaysInside() {
        rate = 20;
        look(10, GOOD);
        assertThat(seconds(20, GOOD)).isBetween(21L, 40L);
        assertThat(seconds(100, 4)).isEqualTo(20);

        rate = 600;
        ceiling = 100;
        assertThat(seconds(30, GOOD)).isEqualTo(100);
    }

    @Test
    void anOperatorsWordEndsTheControllersAndGivingItBackIsASlowStart() {
        look(10, GOOD);
        seconds(10, GOOD);
        line.run("control/set-control", 1, "MANUAL", 900, "", "", 900, 10);
        line.pass(1_000);
        assertThat(look(10, 4).word(0)).isEqualTo("NOT_AUTO");
        assertThat(look(10, 4).number(1)).isEqualTo(900);
        assertThat(line.run("queue/status").word(5)).isEqualTo("900");

        line.run("control/set-control", 2, "AUTO", "", "", "", 600, 10);

        assertThat(look(10, GOOD).number(1)).isEqualTo(150);
        mode = "PAUSED";
        line.run("control/set-control", 3, "PAUSED", "", "", "", 0, 10);
        assertThat(look(10, GOOD).number(1)).isZero();
    }

    @Test
    void anEmptyLineIsLeftAlone() {
        line.crowd(0, 0);

        assertThat(look(10, 4).word(0)).isEqualTo("IDLE");
        assertThat(line.field("auto")).isEqualTo("null");
    }

    @Test
    void turnsAndTenthsAreToldAndNothingElse() {
        look(10, GOOD);
        seconds(10, GOOD);
        second(4);
        seconds(9, GOOD);
        seconds(20, GOOD);

        assertThat(line.toldRates())
                .containsExactlyElementsOf(List.of(
                        "150 slow-start",
                        "173 slow-start",
                        "199 slow-start",
                        "229 slow-start",
                        "264 slow-start",
                        "304 slow-start",
                        "350 slow-start",
                        "403 slow-start",
                        "463 slow-start",
                        "532 slow-start",
                        "600 slow-start",
                        "300 overload",
                        "345 recovered",
                        "397 recovered",
                        "440 recovered",
                        "485 recovered",
                        "535 recovered"));
    }
}
