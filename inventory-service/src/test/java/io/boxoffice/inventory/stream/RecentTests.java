package io.boxoffice.inventory.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.follow.Change;
import io.boxoffice.inventory.follow.SeatAt;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTests {
    private final Recent recent = new Recent(10);

    private void changed(int atSeconds, long from, long to, int... seats) {
        recent.add(
                new Change(from, to, at(seats)), Duration.ofSeconds(atSeconds).toNanos());
    }

    private static List<SeatAt> at(int... seats) {
        return Arrays.stream(seats).mapToObj(seat -> new SeatAt(0, seat)).toList();
    }

    @Test
    void whoComesBackIsToldWhatChangedSinceAndALittleBefore() {
        changed(0, 10, 11, 1);
        changed(20, 11, 12, 2);
        changed(24, 12, 13, 3);
        changed(26, 13, 15, 4, 2);
        assertThat(recent.since(13, 15).orElseThrow()).containsExactlyElementsOf(at(3, 4, 2));
        assertThat(recent.since(12, 15).orElseThrow()).containsExactlyElementsOf(at(2, 3, 4));
    }

    @Test
    void aVersionThatAnotherInstanceToldLiesWithinAChange() {
        changed(0, 10, 14, 1, 2, 3, 4);
        assertThat(recent.since(12, 14).orElseThrow()).containsExactlyElementsOf(at(1, 2, 3, 4));
    }

    @Test
    void whoHasTheLatestIsToldTheLastMomentsAlone() {
        assertThat(recent.since(10, 10).orElseThrow()).isEmpty();
        changed(0, 10, 11, 1);
        changed(20, 11, 12, 2);
        assertThat(recent.since(12, 12).orElseThrow()).containsExactlyElementsOf(at(2));
    }

    @Test
    void whatIsNotRememberedIsNotGuessed() {
        changed(0, 10, 11, 1);
        assertThat(recent.since(9, 11)).isEmpty();
        assertThat(recent.since(12, 11)).isEmpty();
        assertThat(recent.since(Viewer.NOTHING, 11)).isEmpty();
        changed(61, 11, 12, 2);
        assertThat(recent.since(10, 12)).isEmpty();
        assertThat(recent.since(11, 12)).isPresent();
    }
}
