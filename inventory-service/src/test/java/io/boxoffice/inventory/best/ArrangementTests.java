package io.boxoffice.inventory.best;

import static io.boxoffice.inventory.best.Halls.hall;
import static io.boxoffice.inventory.best.Halls.labels;
import static io.boxoffice.inventory.best.Halls.wish;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrangementTests {

    private static List<String> picked(Wish wish, FreeSeats... sections) {
        return labels(new Arrangement(List.of(sections), best -> best.subList(0, 1)).of(wish, 1));
    }

    @Test
    void theNearestToTheStageAreTheBest() {
        assertThat(picked(wish(2), hall("AAAAAA", "AAAAAA"))).containsExactly("A3", "A4");
    }

    @Test
    void aRowFartherBackIsBetterThanASingleSeatLeftBehind() {
        assertThat(picked(wish(2), hall("RAAARR", "AAAAAA"))).containsExactly("B3", "B4");
    }

    @Test
    void aSingleSeatIsLeftBehindRatherThanNobodySeated() {
        assertThat(picked(wish(2), hall("RAAARR", "RRRRRR"))).hasSize(2).doesNotContain("B1");
    }

    @Test
    void neighboursAreNotAcrossAnAisleNorAcrossRows() {
        assertThat(picked(wish(2), hall("RA AR", "RR RA"))).isEmpty();
    }

    @Test
    void whoMustNotBeTogetherIsSeatedInPairsCloseToEachOther() {
        var apart = new Wish(4, null, null, false, 0);
        assertThat(picked(apart, hall("AARRRAA", "AARRRRR"))).containsExactlyInAnyOrder("A1", "A2", "B1", "B2");
    }

    @Test
    void whereNoPairIsLeftSingleSeatsAreTaken() {
        var apart = new Wish(3, null, null, false, 0);
        assertThat(picked(apart, hall("ARARA"))).containsExactlyInAnyOrder("A1", "A3", "A5");
        assertThat(picked(wish(3), hall("ARARA"))).isEmpty();
        assertThat(picked(new Wish(4, null, null, false, 0), hall("ARARA"))).isEmpty();
    }

    @Test
    void seatsForWheelchairsAreKeptForThoseWhoAskAsLongAsOthersAreFree() {
        assertThat(picked(wish(2), hall("AwcA", "AAAA"))).containsExactly("B1", "B2");
        assertThat(picked(wish(2), hall("RwcR", "RRRR"))).containsExactly("A2", "A3");
    }

    @Test
    void aWheelchairHasItsCompanionBesideIt() {
        assertThat(picked(new Wish(2, null, null, true, 1), hall("AAAA", "AwcA")))
                .containsExactly("B2", "B3");
        assertThat(picked(new Wish(1, null, null, true, 1), hall("AAAA", "AwcA")))
                .containsExactly("B2");
        assertThat(picked(new Wish(2, null, null, true, 1), hall("AAAA", "RwRA")))
                .isEmpty();
    }

    @Test
    void twoWheelchairsMayBeApartIfEachHasItsCompanion() {
        assertThat(picked(new Wish(4, null, null, true, 2), hall("wcAAAwc")))
                .containsExactlyInAnyOrder("A1", "A2", "A6", "A7");
        assertThat(picked(new Wish(4, null, null, true, 3), hall("wcAAAwc"))).isEmpty();
    }

    @Test
    void ofTwoSectionsEquallyNearTheCheaperIsTaken() {
        assertThat(labels(new Arrangement(
                                List.of(hall("Gold", 90, "AA"), hall("Silver", 40, "AA")), best -> best.subList(0, 1))
                        .of(wish(2), 1)))
                .hasSize(2);
        var groups = new Search(List.of(hall("Gold", 90, "AA"), hall("Silver", 40, "AA")))
                .groups(new Search.Sought(2, 0, null), 2);
        assertThat(groups.getFirst().in().section().section()).isEqualTo("Silver");
    }

    @Test
    void theBestFewShareNoSeat() {
        var groups = new Search(List.of(hall("AAAAAAAAAA"))).groups(new Search.Sought(2, 0, null), 5);
        assertThat(labels(groups)).doesNotHaveDuplicates();
        assertThat(groups).hasSizeGreaterThan(2);
    }
}
