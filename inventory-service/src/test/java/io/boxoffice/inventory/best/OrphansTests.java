package io.boxoffice.inventory.best;

import static io.boxoffice.inventory.best.Halls.hall;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OrphansTests {

    private static Set<Integer> left(FreeSeats hall, Integer... taken) {
        return Orphans.left(hall.section(), hall::isFree, Set.of(taken));
    }

    @Test
    void aSeatThatLosesItsLastFreeNeighbourIsAnOrphan() {
        assertThat(left(hall("AAAA"), 1)).containsExactly(0);
        assertThat(left(hall("AAAA"), 0, 1)).isEmpty();
        assertThat(left(hall("AAA"), 1)).containsExactlyInAnyOrder(0, 2);
        assertThat(left(hall("AAAAA"), 1, 3)).containsExactlyInAnyOrder(0, 2, 4);
    }

    @Test
    void aSeatThatWasSingleBeforeIsNobodysFault() {
        assertThat(left(hall("ARAAA"), 2)).isEmpty();
    }

    @Test
    void rowsAndAislesPartSeats() {
        assertThat(left(hall("AA AA"), 0)).containsExactly(1);
        assertThat(left(hall("AA AA"), 0, 1)).isEmpty();
        assertThat(left(hall("AA", "AA"), 1)).containsExactly(0);
        assertThat(left(hall("AA", "AA"), 2, 3)).isEmpty();
    }
}
