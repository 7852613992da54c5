package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(60)
class RushTests {
    private static final int CALLERS = 400;
    private static final int CALLS_EACH = 50;
    private static final UUID EVENT = UUID.randomUUID();

    private static Reply echo(List<Integer> calls) {
        return new Reply(List.of(
                "DONE",
                calls.stream()
                        .map(call -> (Object) List.of((Object) (long) call))
                        .toList()));
    }

    private static void all(int callers, java.util.function.IntConsumer caller) throws Exception {
        var start = new CountDownLatch(1);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int number = i;
                work.add(threads.submit(() -> {
                    start.await();
                    caller.accept(number);
                    return null;
                }));
            }
            start.countDown();
            for (var each : work) {
                each.get();
            }
        }
    }

    @Test
    void eachCallerGetsTheAnswerToItsOwnCallOnce() throws Exception {
        var sent = new ConcurrentLinkedQueue<Integer>();
        var scripts = new AtomicInteger();
        var rush = new Rush<Integer>((_, _) -> true, calls -> {
            sent.addAll(calls);
            scripts.incrementAndGet();
            assertThat(calls).hasSizeLessThanOrEqualTo(64);
            return echo(calls);
        });

        all(CALLERS, caller -> {
            for (int i = 0; i < CALLS_EACH; i++) {
                int call = caller * CALLS_EACH + i;
                assertThat(rush.ask(EVENT, call).number(0)).isEqualTo(call);
            }
        });

        assertThat(sent).hasSize(CALLERS * CALLS_EACH).doesNotHaveDuplicates();
        assertThat(scripts.get()).isLessThanOrEqualTo(CALLERS * CALLS_EACH);
    }

    @Test
    void onlyCallsThatBelongTogetherGoInOne() throws Exception {
        var rush = new Rush<Integer>((one, other) -> one % 2 == other % 2, calls -> {
            assertThat(calls.stream().map(call -> call % 2).distinct()).hasSize(1);
            return echo(calls);
        });

        all(CALLERS, caller -> assertThat(rush.ask(EVENT, caller).number(0)).isEqualTo(caller));
    }

    @Test
    void aCallThatBreaksTheScriptFailsAlone() throws Exception {
        var rush = new Rush<Integer>((_, _) -> true, calls -> {
            if (calls.stream().anyMatch(call -> call % 10 == 0)) {
                throw new IllegalStateException("broken");
            }
            return echo(calls);
        });

        all(CALLERS, caller -> {
            if (caller % 10 == 0) {
                assertThatThrownBy(() -> rush.ask(EVENT, caller)).isInstanceOf(IllegalStateException.class);
            } else {
                assertThat(rush.ask(EVENT, caller).number(0)).isEqualTo(caller);
            }
        });
    }

    @Test
    void whileTheServerIsAwayAllAreToldAndNoneIsTriedAgain() throws Exception {
        var tried = new ConcurrentLinkedQueue<Integer>();
        var rush = new Rush<Integer>((_, _) -> true, calls -> {
            tried.addAll(calls);
            throw new DataAccessResourceFailureException("away");
        });

        all(
                CALLERS,
                caller -> assertThatThrownBy(() -> rush.ask(EVENT, caller))
                        .isInstanceOf(DataAccessResourceFailureException.class));

        assertThat(tried).hasSize(CALLERS).doesNotHaveDuplicates();
    }
}
