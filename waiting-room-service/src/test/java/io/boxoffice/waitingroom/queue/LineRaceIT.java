package io.boxoffice.waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.redis.TestLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** 200 threads join, take over and let in at once: nobody is doubled, lost or overtaken. */
class LineRaceIT {
    private static final int FANS = 200;
    private static final int JOINS_EACH = 4;
    private static final int GATES = 8;

    /** One answered join, with the moments it was sent and answered. */
    private record Join(UUID fan, long sent, long answered, TestLine.Entry entry) {}

    private final TestLine line = new TestLine();
    private final ConcurrentLinkedQueue<Join> joins = new ConcurrentLinkedQueue<>();

    @Test
    void nobodyIsDoubledLostOrOvertaken() throws Exception {
        line.places = FANS;
        var start = new CountDownLatch(1);
        var work = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < FANS; i++) {
                var fan = UUID.randomUUID();
                work.add(threads.submit(after(start, () -> joinFromManyDevices(fan))));
            }
            for (int i = 0; i < GATES; i++) {
                work.add(threads.submit(after(start, this::letEverybodyIn)));
            }
            start.countDown();
            for (var each : work) {
                each.get();
            }
        }

        oneEntryForEachFan();
        admittedOnceAndInOrder();
        notBehindWhoCameLater();
    }

    private Callable<Void> after(CountDownLatch start, Runnable what) {
        return () -> {
            start.await();
            what.run();
            return null;
        };
    }

    private void joinFromManyDevices(UUID fan) {
        for (int i = 0; i < JOINS_EACH; i++) {
            long sent = System.nanoTime();
            var entry = line.join(fan, "device " + i);
            joins.add(new Join(fan, sent, System.nanoTime(), entry));
        }
    }

    private void letEverybodyIn() {
        while (line.status().number(2) < FANS || line.waiting() > 0) {
            line.admit(7);
        }
    }

    private void oneEntryForEachFan() {
        Map<UUID, HashSet<Long>> numbers = new HashMap<>();
        joins.forEach(join -> numbers.computeIfAbsent(join.fan(), _ -> new HashSet<>())
                .add(join.entry().number()));
        assertThat(numbers.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(numbers.values().stream().flatMap(HashSet::stream).distinct())
                .hasSize(FANS);
        assertThat(joins.stream().filter(join -> join.entry().outcome().equals("NEW")))
                .hasSize(FANS);
    }

    private void admittedOnceAndInOrder() {
        var admitted = line.told().stream()
                .filter(message -> message.get("what").equals("EntryAdmitted"))
                .map(message -> Long.parseLong(message.get("score")))
                .toList();
        assertThat(admitted).hasSize(FANS).doesNotHaveDuplicates().isSorted();
    }

    private void notBehindWhoCameLater() {
        var first = new ArrayList<>(joins.stream()
                .filter(join -> join.entry().outcome().equals("NEW"))
                .sorted(Comparator.comparingLong(Join::answered))
                .toList());
        for (Join later : List.copyOf(first)) {
            assertThat(first.stream().filter(earlier -> earlier.answered() < later.sent()))
                    .allSatisfy(earlier -> assertThat(earlier.entry().score())
                            .isLessThan(later.entry().score()));
        }
    }
}
