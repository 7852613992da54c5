package io.boxoffice.inventory.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.follow.Change;
import io.boxoffice.inventory.follow.FollowedHall;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class EventAudienceTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final StreamProperties PROPERTIES =
            new StreamProperties(10, Duration.ofSeconds(15), Duration.ofSeconds(5), DataSize.ofKilobytes(128));

    private final AtomicLong clock = new AtomicLong();
    private final FollowedHall hall = new FollowedHall(10);
    private boolean over;
    private final EventAudience audience =
            new EventAudience(new Frames(JSON), PROPERTIES, clock::get, () -> over = true);

    private void later(Duration time) {
        clock.addAndGet(time.toNanos());
        hears(null);
    }

    private void hears(@Nullable Change change) {
        audience.heard(hall.now(), change);
    }

    private HeardEar viewer(long last) {
        var ear = new HeardEar();
        assertThat(audience.join(ear, last)).isTrue();
        hears(null);
        return ear;
    }

    private HeardEar viewer() {
        return viewer(Viewer.NOTHING);
    }

    @Test
    void whoComesIsToldWhenToComeBackAndEverything() {
        var ear = viewer();
        assertThat(ear.frames).hasSize(2);
        assertThat(new String(ear.frames.getFirst())).matches("retry: \\d{4}\n\n");
        assertThat(ear.last())
                .startsWith("id: 0\nevent: snapshot\ndata: {\"event_id\":\""
                        + hall.now().event())
                .contains("\"section\":\"Floor\",\"kind\":\"SEATED\",\"available\":10", "\"seats\":\"AAAAAAAAAA\"")
                .endsWith("}\n\n");
    }

    @Test
    void aChangeIsEncodedOnceForAll() {
        var first = viewer();
        var second = viewer();
        hears(hall.changes(7, 'R'));
        assertThat(first.last())
                .isEqualTo(
                        "id: 1\nevent: delta\ndata: {\"version\":1,\"from_version\":0,\"changes\":[[\"Floor\",7,\"R\"]],"
                                + "\"counts\":{\"Floor\":{\"available\":9,\"reserved\":1,\"purchased\":0,\"not_for_sale\":0}}}\n\n");
        assertThat(first.frames.getLast()).isSameAs(second.frames.getLast());
    }

    @Test
    void whoWasStillReadingIsToldAllAtOnceAfterwards() {
        var ear = viewer();
        ear.busy = true;
        hears(hall.changes(1, 'R'));
        hears(hall.changes(2, 'R'));
        hears(hall.changes(1, 'A'));
        assertThat(ear.frames).hasSize(2);
        ear.busy = false;
        hears(null);
        assertThat(ear.last())
                .contains("\"version\":3,\"from_version\":0,\"changes\":[[\"Floor\",1,\"A\"],[\"Floor\",2,\"R\"]]");
    }

    @Test
    void whoDoesNotReadForTooLongIsClosed() {
        var ear = viewer();
        var other = viewer();
        ear.busy = true;
        later(Duration.ofSeconds(4));
        assertThat(ear.closed).isFalse();
        later(Duration.ofSeconds(1));
        assertThat(ear.closed).isTrue();
        assertThat(other.closed).isFalse();
    }

    @Test
    void whoComesBackInTimeIsToldTheRestAlone() {
        viewer();
        hears(hall.changes(1, 'R'));
        hears(hall.changes(2, 'R'));
        assertThat(viewer(1).last())
                .contains("event: delta", "\"version\":2,\"from_version\":1", "[\"Floor\",2,\"R\"]");
        assertThat(viewer(77).frames).isEmpty();
    }

    @Test
    void whoNamesAVersionThatNeverComesIsToldEverythingAfterAMoment() {
        var ear = viewer(77);
        later(Duration.ofMillis(500));
        assertThat(ear.frames).isEmpty();
        later(Duration.ofMillis(500));
        assertThat(ear.last()).contains("event: snapshot");
    }

    @Test
    void aSilentStreamSaysThatItIsAlive() {
        var ear = viewer();
        later(Duration.ofSeconds(14));
        assertThat(ear.frames).hasSize(2);
        later(Duration.ofSeconds(1));
        assertThat(ear.last()).isEqualTo(":\n\n");
        later(Duration.ofSeconds(1));
        assertThat(ear.frames).hasSize(3);
    }

    @Test
    void whatWasToldMayTurnOutWrong() {
        var ear = viewer();
        audience.heardAnew(new FollowedHall(3).now());
        hears(null);
        assertThat(ear.last()).contains("event: snapshot");
        assertThat(ear.frames).hasSize(3);
    }

    @Test
    void itIsOverWhenNobodyHasLookedForAWhile() {
        var ear = viewer();
        ear.closed = true;
        later(Duration.ofSeconds(1));
        assertThat(audience.isOver()).isFalse();
        clock.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(audience.isOver()).isTrue();
        assertThat(audience.join(new HeardEar(), Viewer.NOTHING)).isFalse();
    }

    @Test
    void atTheEndEverybodyIsToldWhenToComeBack() {
        var ear = viewer();
        var newcomer = new HeardEar();
        audience.join(newcomer, Viewer.NOTHING);
        audience.left();
        assertThat(ear.last()).startsWith("retry: ");
        assertThat(ear.closed).isTrue();
        assertThat(newcomer.closed).isTrue();
        assertThat(over).isTrue();
    }
}
