package io.boxoffice.inventory.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowedTests {
    private static final Mark MARK = new Mark("shard-1", 1, "100");

    private final Followed followed = followed("AAAX", List.of(1, 0, 0, 0));

    private static Followed followed(String floor, List<Integer> versions) {
        return new Followed(
                UUID.randomUUID(),
                new Whole(
                        MARK,
                        Instant.EPOCH,
                        List.of(
                                new Whole.Section("Floor", "SEATED", floor, versions),
                                new Whole.Section("Pit", "GA", "AAA", List.of(0, 0, 0)))));
    }

    private static Changes changes(Changes.Seat... seats) {
        return new Changes(new Mark("shard-1", 1, "101"), Instant.EPOCH.plusSeconds(1), List.of(seats));
    }

    private static Changes.Seat seat(String section, int position, int version, char letter) {
        return new Changes.Seat(section, position, version, letter);
    }

    private String letters(int section) {
        return followed.sections().get(section).letters();
    }

    @Test
    void aChangeMovesTheLetterTheCountsAndTheVersion() {
        var change = followed.take(changes(seat("Floor", 1, 1, 'R'), seat("Floor", 2, 2, 'P')));
        assertThat(change).contains(new Change(1, 4, List.of(new SeatAt(0, 1), new SeatAt(0, 2))));
        assertThat(letters(0)).isEqualTo("ARPX");
        assertThat(followed.figures(0)).isEqualTo(new Figures(1, 1, 1, 1));
        assertThat(followed.version()).isEqualTo(4);
        assertThat(followed.asOf()).isEqualTo(Instant.EPOCH.plusSeconds(1));
        assertThat(followed.mark().xmin()).isEqualTo("101");
    }

    @Test
    void whatIsToldTwiceHasNoSecondEffect() {
        followed.take(changes(seat("Floor", 1, 1, 'R')));
        assertThat(followed.take(changes(seat("Floor", 1, 1, 'R')))).isEmpty();
        assertThat(followed.version()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanWhatIsKnownHasNoEffect() {
        followed.take(changes(seat("Floor", 1, 3, 'P')));
        assertThat(followed.take(changes(seat("Floor", 1, 2, 'A')))).isEmpty();
        assertThat(letters(0)).isEqualTo("APAX");
    }

    @Test
    void theOrderInWhichSeatsAreToldDoesNotMatter() {
        var seats = List.of(
                seat("Floor", 0, 3, 'R'), seat("Floor", 1, 1, 'R'), seat("Floor", 0, 2, 'A'), seat("Pit", 2, 5, 'P'));
        var backwards = new java.util.ArrayList<>(seats);
        Collections.reverse(backwards);
        var other = followed("AAAX", List.of(1, 0, 0, 0));
        followed.take(new Changes(MARK, Instant.EPOCH, seats));
        other.take(new Changes(MARK, Instant.EPOCH, backwards));
        assertThat(followed.differences(other)).isZero();
        assertThat(followed.version()).isEqualTo(other.version()).isEqualTo(9);
    }

    @Test
    void aSeatThatCameAndWentIsTheSameInAHigherVersion() {
        var change = followed.take(changes(seat("Floor", 1, 2, 'A')));
        assertThat(change).contains(new Change(1, 3, List.of(new SeatAt(0, 1))));
        assertThat(letters(0)).isEqualTo("AAAX");
    }

    @Test
    void placesOfGeneralAdmissionHaveCountsAlone() {
        followed.take(changes(seat("Pit", 1, 1, 'R')));
        assertThat(followed.hasLetters(1)).isFalse();
        assertThat(letters(1)).isNull();
        assertThat(followed.figures(1)).isEqualTo(new Figures(2, 1, 0, 0));
    }

    @Test
    void whatWasShownBeforeDoesNotChangeAnyMore() {
        var before = followed.sections();
        followed.take(changes(seat("Floor", 1, 1, 'R')));
        assertThat(before.getFirst().letters()).isEqualTo("AAAX");
        assertThat(before.getFirst().figures()).isEqualTo(new Figures(3, 0, 0, 1));
    }

    @Test
    void everySeatOfAnotherLetterOrVersionIsADifference() {
        assertThat(followed.differences(followed("AAXX", List.of(1, 1, 0, 0)))).isEqualTo(2);
        assertThat(followed.differences(followed("AAAX", List.of(1, 0, 0, 0)))).isZero();
    }
}
