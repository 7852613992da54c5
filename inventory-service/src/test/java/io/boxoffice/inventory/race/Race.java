package io.boxoffice.inventory.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.ShardDatabases;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.fixture.Told;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets a crowd loose on one event and judges what it saw, what the databases say and what everybody else was told. */
@Lazy
@Component
class Race {
    private static final Duration MESSAGES_COME_WITHIN = Duration.ofSeconds(60);
    private static final Duration AT_REST_WITHIN = Duration.ofSeconds(60);
    private static final long APART = 1_000_003;

    private final Api api;
    private final Shows shows;
    private final Heard heard;
    private final MeterRegistry metrics;

    Race(Api api, Shows shows, Heard heard, MeterRegistry metrics) {
        this.api = api;
        this.shows = shows;
        this.heard = heard;
        this.metrics = metrics;
    }

    /** Something that happens beside the crowd, which is written down in the journal. */
    @FunctionalInterface
    interface Happening {
        void beside(Journal journal);
    }

    /** As many fans as asked for, all at once; their lives follow from the seed. */
    void run(Shows.Show show, int fans, FanLife.Terms terms, long seed, Happening happening) {
        var journal = new Journal();
        Rush.of(fans + 1, n -> {
            if (n == fans) {
                happening.beside(journal);
            } else {
                new FanLife(new RacingFan(api, show, journal, "fan-" + n), show, terms, seed * APART + n).live();
            }
            return n;
        });
        await().atMost(AT_REST_WITHIN).until(() -> underWay() == 0);
        judge(now(show), journal, seed);
    }

    /** Requests whose clients hung up are still worked on. */
    private int underWay() {
        return metrics.find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    /** Where its shard is by now. */
    private Shows.Show now(Shows.Show show) {
        var shard = shows.shardOf(show.id());
        return new Shows.Show(show.id(), show.seats(), shard, ShardDatabases.behind(shard));
    }

    private void judge(Shows.Show show, Journal journal, long seed) {
        unheardHolds(show, journal);
        found(show, journal);
        var contradictions = new ArrayList<String>(journal.surprises());
        journal.bySeat()
                .forEach((seat, operations) ->
                        SeatSearch.contradiction(seat, operations).ifPresent(contradictions::add));
        assertThat(contradictions)
                .as("-Drace.seed=%d, %d operations", seed, journal.size())
                .isEmpty();
        Assertions.assertAll("-Drace.seed=" + seed, () -> promisesAreKept(show, journal), () -> History.check(show));
        await().atMost(MESSAGES_COME_WITHIN)
                .untilAsserted(() -> assertThat(Told.differences(heard, show))
                        .as("-Drace.seed=%d", seed)
                        .isEmpty());
    }

    private record Row(UUID hold, UUID fan, Instant expires, Set<UUID> seats) {}

    private static List<Row> holds(Shows.Show show) {
        return show.behind()
                .sql("SELECT h.hold_id, h.user_id, h.expires_at, array_agg(s.seat_id) AS seats FROM holds h"
                        + " LEFT JOIN hold_seats s ON s.hold_id = h.hold_id WHERE h.event_id = ? GROUP BY h.hold_id")
                .param(show.id())
                .query((row, _) -> new Row(
                        row.getObject("hold_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getTimestamp("expires_at").toInstant(),
                        Set.of((UUID[]) row.getArray("seats").getArray())))
                .list();
    }

    /** Holds whose answer was lost: the fan's first lost attempt is when they may have begun. */
    private static void unheardHolds(Shows.Show show, Journal journal) {
        var told = journal.told();
        for (var row : holds(show)) {
            if (!told.containsKey(row.hold())) {
                var attempts = journal.lost().stream()
                        .filter(attempt -> attempt.fan().equals(row.fan()))
                        .toList();
                if (attempts.isEmpty()) {
                    journal.surprise("nobody asked for hold " + row);
                    continue;
                }
                journal.unheard(row.hold(), row.seats(), attempts, row.expires());
            }
        }
    }

    private static void found(Shows.Show show, Journal journal) {
        long invoked = journal.now();
        show.behind()
                .sql("SELECT seat_id, status, hold_id FROM seats WHERE event_id = ?")
                .param(show.id())
                .query((row, _) -> Map.entry(
                        row.getObject("seat_id", UUID.class),
                        new Step.Found(row.getString("status"), row.getObject("hold_id", UUID.class))))
                .list()
                .forEach(seat -> journal.add(Operation.answered(
                        "the end", seat.getValue(), Set.of(seat.getKey()), invoked, Long.MAX_VALUE - 1)));
    }

    /** Whoever was told of a hold has it in the books, with these very seats. */
    private static void promisesAreKept(Shows.Show show, Journal journal) {
        var told = journal.told();
        var kept =
                holds(show).stream().filter(row -> told.containsKey(row.hold())).toList();
        assertThat(kept).extracting(Row::hold).hasSameElementsAs(told.keySet());
        assertThat(kept).allSatisfy(row -> assertThat(row.seats()).isEqualTo(told.get(row.hold())));
    }
}
