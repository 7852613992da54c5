package io.boxoffice.waitingroom.lines;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import io.boxoffice.waitingroom.redis.Watchlist;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

class LineRecoveryIT extends WaitingRoom {
    @Autowired
    LineRepository repository;

    @Autowired
    Lines lines;

    @Autowired
    MarkKeeper keeper;

    @Autowired
    Watchlist watchlist;

    @Autowired
    StringRedisTemplate redis;

    private UUID eventWith(Fan... fans) {
        var event = eventOnSale();
        for (var fan : fans) {
            client().joined(event, fan);
        }
        keeper.keep(event);
        return event;
    }

    /** Redis loses this event alone. */
    private void lose(UUID event) {
        try (var keys = redis.scan(ScanOptions.scanOptions()
                .match("*{" + event + "}*")
                .count(1_000)
                .build())) {
            keys.forEachRemaining(redis::delete);
        }
    }

    private String field(UUID event, String name) {
        return (String) redis.opsForHash().get("line:{" + event + "}", name);
    }

    @Test
    void marksFollowTheLineAndNeverGoBack() {
        var event = eventWith(Fan.create(), Fan.create());
        var mark = repository.known(event).mark();
        assertThat(mark.joins()).isEqualTo(2);
        assertThat(mark.last()).isEqualTo(Long.parseLong(field(event, "last")));

        var older = new Mark(mark.epoch(), 1, 5, 0, -1, 0, 0, 0, 0, false, 0);
        assertThat(repository.keep(event, older)).isFalse();

        assertThat(repository.known(event).mark()).isEqualTo(mark);
        assertThat(repository.keep(event, mark)).isFalse();
    }

    @Test
    void marksOfAnEarlierEpochAreNotWrittenAnyMore() {
        var event = eventWith(Fan.create());
        var mark = repository.known(event).mark();
        repository.nextEpoch(event, mark.epoch());
        var pending = repository.known(event);

        assertThat(repository.keep(event, new Mark(mark.epoch(), 9_000_000, 9, 0, -1, 0, 0, 0, 0, false, 0)))
                .isFalse();

        assertThat(repository.known(event)).isEqualTo(pending);
        lines.begin(event);
    }

    @Test
    void aLossIsNoticedByItselfAndManyWhoNoticeItMakeOneEpoch() throws InterruptedException, ExecutionException {
        var fan = Fan.create();
        var event = eventWith(fan);
        lose(event);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> lines.begin(event)));
            }
            for (var one : all) {
                one.get();
            }
        }

        assertThat(field(event, "epoch")).isEqualTo("2");
        assertThat(repository.known(event).mark().epoch()).isEqualTo(2);
        assertThat(Long.parseLong(field(event, "joins"))).isEqualTo(1 + LineRepository.NUMBERS_LEFT_OUT);
        assertThat(lines.isRecovering(event)).isTrue();
        assertThat(body(client().status(event)).get("message").asString()).contains("being restored");
    }

    @Test
    void whoeverIsKilledBetweenTheStepsLeavesThemToTheNext() {
        var event = eventWith(Fan.create());
        lose(event);
        // killed after PostgreSQL knew, before Redis did
        repository.nextEpoch(event, 1);
        lines.begin(event);
        assertThat(field(event, "epoch")).isEqualTo("2");
        assertThat(repository.known(event).begun()).isTrue();

        lose(event);
        repository.nextEpoch(event, 2);
        var known = repository.known(event);
        // killed after Redis knew, before that was noted
        scripts.named("queue/begin").run(event, known.toBegin(0));
        lines.begin(event);
        assertThat(field(event, "epoch")).isEqualTo("3");
        keeper.keep(event);
        keeper.keep(event);
        assertThat(repository.known(event).begun()).isTrue();
        assertThat(repository.known(event).mark().epoch()).isEqualTo(3);
    }

    @Test
    void aRedisThatWentBackIsBroughtForward() {
        var kept = Fan.create();
        var event = eventWith(kept);
        var lost = Fan.create();
        var entry = client().joined(event, lost);
        keeper.keep(event);
        // a replica that lacked the last join took over
        redis.delete("fans:{" + event + "}:0");
        redis.opsForHash().put("line:{" + event + "}", "joins", "1");
        redis.opsForZSet().removeRange("queue:{" + event + "}", 1, 1);
        redis.opsForHash().delete("entries:{" + event + "}:0", "2");

        keeper.keep(event);

        assertThat(field(event, "epoch")).isEqualTo("2");
        var back = client().polled(event, entry, lost);
        assertThat(back.get("position").asLong()).isOne();
        assertThat(back.get("entry_id")).isEqualTo(entry.get("entry_id"));
        assertThat(client().joined(event, Fan.create()).get("join_number").asLong())
                .isGreaterThan(LineRepository.NUMBERS_LEFT_OUT);
    }

    @Test
    void aServerThatTookOverLetsNobodyInBeforeTheLineIsLookedAt() {
        var event = eventWith(Fan.create());
        redis.opsForHash().put("line:{" + event + "}", "server", "another");

        letIn(event, 1);
        assertThat(redis.opsForZSet().size("queue:{" + event + "}")).isOne();

        await().untilAsserted(() -> assertThat(field(event, "epoch")).isEqualTo("2"));
        assertThat(redis.opsForZSet().size("queue:{" + event + "}")).isOne();
        assertThat(lines.isRecovering(event)).isTrue();
    }

    @Test
    void whatOperatorsAndOwnersSaidComesBack() {
        var event = eventWith(Fan.create());
        scripts.named("sale/set-sold-out").run(event, 1, 1_000_000);
        keeper.keep(event);
        jdbc.sql("INSERT INTO queue_controls (event_id, said_by, mode, rate_per_minute, max_active, message) "
                        + "VALUES (?, ?, 'MANUAL', 77, 5, 'slowly')")
                .params(event, UUID.randomUUID())
                .update();
        jdbc.sql("UPDATE events SET status = 'POSTPONED', aggregate_version = 9 WHERE event_id = ?")
                .param(event)
                .update();
        lose(event);

        lines.begin(event);

        assertThat(field(event, "sold")).isEqualTo("1");
        assertThat(field(event, "mode")).isEqualTo("MANUAL");
        assertThat(field(event, "rate")).isEqualTo("77");
        assertThat(field(event, "places")).isEqualTo("5");
        assertThat(field(event, "message")).isEqualTo("slowly");
        assertThat(field(event, "ended")).isEqualTo("8");
    }

    @Test
    void linesAreLookedAfterAlsoWhenRedisForgotThem() {
        var event = eventWith(Fan.create());
        redis.opsForSet().remove("queue-events", event.toString());

        keeper.remember();
        watchlist.refresh();

        assertThat(redis.opsForSet().isMember("queue-events", event.toString())).isTrue();
        assertThat(repository.open()).contains(event);
    }
}
