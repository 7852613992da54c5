package io.boxoffice.inventory.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.web.Problems;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTests {
    private static final long LONG = TimeUnit.HOURS.toNanos(1);
    private final Picture picture = new Picture();

    private static Availability version(int version) {
        return new Availability(UUID.randomUUID(), version, Instant.EPOCH, List.of());
    }

    @Test
    void itIsFreshUntilSomethingChanges() {
        assertThat(picture.fresh(LONG)).isNull();
        picture.ask(() -> version(1));
        assertThat(picture.fresh(LONG).version()).isEqualTo(1);
        assertThat(picture.fresh(0)).isNull();
        picture.changed();
        assertThat(picture.fresh(LONG)).isNull();
    }

    @Test
    void whatChangedWhileItWasTakenIsNotInIt() {
        picture.ask(() -> {
            picture.changed();
            return version(1);
        });
        assertThat(picture.fresh(LONG)).isNull();
    }

    @Test
    void howeverManyAskAtOnceTheSourceIsAskedTwiceAtMost() throws Exception {
        var asked = new AtomicInteger();
        var first = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> picture.ask(() -> {
                first.countDown();
                awaitQuietly(go);
                return version(asked.incrementAndGet());
            }));
            first.await();
            var waiting = new AtomicInteger();
            var rest = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> {
                        waiting.incrementAndGet();
                        return picture.ask(() -> version(asked.incrementAndGet()));
                    }))
                    .toList();
            await().until(() -> waiting.get() == 50);
            go.countDown();
            for (var one : rest) {
                assertThat(one.get().version()).isBetween(1L, 51L);
            }
        }
        assertThat(asked.get()).isLessThan(51);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLastOneIsShownWhileTheSourceIsAwayAndTheSourceIsLeftAlone() {
        var asked = new AtomicInteger();
        picture.ask(() -> version(7));
        picture.changed();
        for (int i = 0; i < 3; i++) {
            assertThat(picture.ask(() -> {
                                asked.incrementAndGet();
                                throw new IllegalStateException("away");
                            })
                            .version())
                    .isEqualTo(7);
        }
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void whereNothingIsKnownTheFailureIsTold() {
        assertThatThrownBy(() -> picture.ask(() -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
    }

    @Test
    void thatThereIsNothingIsAnAnswerAndNotRemembered() {
        assertThatThrownBy(() -> picture.ask(() -> {
                    throw Problems.notFound();
                }))
                .hasMessageContaining("not-found");
        assertThat(picture.ask(() -> version(1)).version()).isEqualTo(1);
    }
}
