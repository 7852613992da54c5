package io.boxoffice.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.SeatMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatChoiceTests {

    private final SeatChoice choice = new SeatChoice(
            new SeatMap(UUID.randomUUID(), List.of(section("Floor"), section("Bowl"))), new SplittableRandom(1));

    @Test
    void seatsSideBySideAreBest() {
        assertThat(choose("ARAAAP", "RRRRRR", Set.of(), 2)).containsExactly("Floor-2-1", "Floor-2-2");
    }

    @Test
    void aRowsEndIsNotItsNeighboursBeginning() {
        // Floor has two rows of three: seat 3 of row 1 and seat 1 of row 2 are not side by side
        assertThat(choose("RRAAAR", "RRRRRR", Set.of(), 2)).containsExactly("Floor-2-1", "Floor-2-2");
    }

    @Test
    void whatIsKnownToBeTakenIsNotTriedAgain() {
        assertThat(choose("AAARRR", "RRRRRR", Set.of("Floor-1-1"), 2)).containsExactly("Floor-1-2", "Floor-1-3");
    }

    @Test
    void anotherSectionIsBetterThanFewerSeats() {
        assertThat(choose("ARRRRR", "AARRRR", Set.of(), 2)).containsExactly("Bowl-1-1", "Bowl-1-2");
    }

    @Test
    void fewerSeatsAreBetterThanNone() {
        assertThat(choose("RRRRRR", "RRRRRA", Set.of(), 4)).containsExactly("Bowl-2-3");
    }

    @Test
    void nothingFreeIsNothing() {
        assertThat(choose("RRPPXX", "RRRRRR", Set.of(), 1)).isEmpty();
    }

    private List<String> choose(String floor, String bowl, Set<String> taken, int quantity) {
        var free = new Availability(UUID.randomUUID(), 1, List.of(letters("Floor", floor), letters("Bowl", bowl)));
        return choice.choose(free, taken, quantity, 0);
    }

    private static Availability.Section letters(String section, String letters) {
        return new Availability.Section(section, 0, 0, 0, 0, letters);
    }

    private static SeatMap.Section section(String name) {
        return new SeatMap.Section(name, "SEATED", BigDecimal.TEN, List.of(row(name, 1), row(name, 2)));
    }

    private static SeatMap.Row row(String section, int row) {
        return new SeatMap.Row(
                Integer.toString(row),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(seat -> new SeatMap.Seat(section + "-" + row + "-" + seat, Integer.toString(seat)))
                        .toList());
    }
}
