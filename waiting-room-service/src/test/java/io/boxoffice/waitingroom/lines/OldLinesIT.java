package io.boxoffice.waitingroom.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

class OldLinesIT extends WaitingRoom {
    @Autowired
    Watchlist watchlist;

    @Autowired
    Events events;

    @Autowired
    LineRepository repository;

    @Autowired
    StringRedisTemplate redis;

    private final MovableClock clock = new MovableClock(Instant.now());

    @Test
    void theLineOfAnEventThatIsLongOverIsForgottenAndNoOther() {
        var over = event("LOBBY", Instant.now().plusSeconds(600), Instant.now().plusSeconds(3_600));
        var goesOn = event("FIFO", Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(20)));
        client().joined(over, Fan.create());
        client().joined(over, Fan.create());
        var waiting = Fan.create();
        var entry = client().joined(goesOn, waiting);
        repository.keepPiece(over, 0, new byte[] {1});
        repository.keepPiece(goesOn, 0, new byte[] {1});
        var old = new OldLines(watchlist, events, repository, scripts, new LineProperties(Duration.ofDays(7)), clock);

        clock.advance(Duration.ofDays(7));
        old.look();
        assertThat(keys(over)).as("not so long over").isNotEmpty();
        assertThat(repository.pieces(over)).isNotEmpty();
        clock.advance(Duration.ofHours(2));
        await("what happened is told first").untilAsserted(() -> {
            old.look();
            assertThat(keys(over)).isEmpty();
        });

        assertThat(repository.pieces(over)).isEmpty();
        assertThat(repository.pieces(goesOn)).isNotEmpty();
        watchlist.refresh();
        assertThat(watchlist.all()).doesNotContain(over).contains(goesOn);
        assertThat(client().joined(goesOn, waiting).get("entry_id")).isEqualTo(entry.get("entry_id"));
    }

    /** But for those that end by themselves. */
    private List<String> keys(UUID event) {
        var found = new ArrayList<String>();
        try (var cursor = redis.scan(ScanOptions.scanOptions()
                .match("*{" + event + "}*")
                .count(10_000)
                .build())) {
            cursor.forEachRemaining(found::add);
        }
        found.removeIf(key -> redis.getExpire(key) > 0);
        return found;
    }
}
