package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FanPlanTests {

    private static final Rush RUSH = Rush.within(Duration.ofSeconds(10), 2);

    @Test
    void theSeedDecidesEverything() {
        FanPlan one = FanPlan.of(7, 13, RUSH, 1);
        FanPlan same = FanPlan.of(7, 13, RUSH, 1);

        assertThat(one).usingRecursiveComparison().ignoringFields("random").isEqualTo(same);
        assertThat(one.key()).isEqualTo(same.key());
    }

    @Test
    void fansDifferFromEachOther() {
        List<FanPlan> fans = IntStream.range(0, 1_000)
                .mapToObj(fan -> FanPlan.of(7, fan, RUSH, 1))
                .toList();

        assertThat(fans).extracting(FanPlan::seats).contains(1, 2, 3, 4).allMatch(seats -> seats >= 1 && seats <= 4);
        assertThat(fans).extracting(FanPlan::ending).contains(FanPlan.Ending.values());
        assertThat(fans).allMatch(fan -> fan.arrival().compareTo(RUSH.length()) < 0);
        assertThat(fans)
                .filteredOn(fan -> fan.cards().equals(List.of(FanPlan.GOOD_CARD)))
                .hasSizeGreaterThan(700);
        assertThat(fans).anyMatch(fan -> fan.cards().equals(List.of(FanPlan.STOLEN_CARD)));
    }
}
