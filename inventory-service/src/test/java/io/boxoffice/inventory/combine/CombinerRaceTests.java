package io.boxoffice.inventory.combine;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Rush;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers, leaders that die, callers that go: everybody has an end, and nobody meets another who is after the same. */
class CombinerRaceTests {
    private static final int CALLERS = 200;
    private static final int CALLS = 100;
    private static final int THINGS = 20;

    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Integer> served = ConcurrentHashMap.newKeySet();
    private final AtomicInteger collisions = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyCallHasOneEnd(int leaders) {
        var limits = new CombinerLimits(16, leaders, Duration.ofNanos(50_000), Duration.ofMinutes(1));
        var combiner = new Combiner<Integer, Integer>(limits, this::serve);
        var ends = Rush.of(CALLERS, caller -> {
            int answered = 0;
            for (int call = 0; call < CALLS; call++) {
                answered += ask(combiner, caller * CALLS + call);
            }
            return answered;
        });
        assertThat(ends).hasSize(CALLERS);
        assertThat(ends.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertThat(collisions).hasValue(0);
        assertThat(underWay).isEmpty();
    }

    private static int ask(Combiner<Integer, Integer> combiner, int request) {
        if (request % 97 == 0) {
            Thread.currentThread().interrupt();
        }
        try {
            assertThat(combiner.ask(request)).isEqualTo(-request);
            return 1;
        } catch (Combiner.NotAnswered | IllegalArgumentException _) {
            return 0;
        } finally {
            Thread.interrupted();
        }
    }

    private void serve(Group<Integer, Integer> group) {
        var granted = group.claim(group.open(), request -> List.of(request % THINGS));
        granted.forEach(ask -> enter(ask.request()));
        try {
            if (new Random().nextInt(20) == 0) {
                throw new IllegalArgumentException("the statement failed");
            }
            Thread.yield();
        } finally {
            granted.forEach(ask -> underWay.remove(ask.request() % THINGS));
        }
        granted.forEach(ask -> ask.answer(-ask.request()));
    }

    private void enter(int request) {
        if (!underWay.add(request % THINGS) || !served.add(request)) {
            collisions.incrementAndGet();
        }
    }
}
