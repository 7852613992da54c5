package io.boxoffice.inventory.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CombinerTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Integer>> groups = new ArrayList<>();
    private final Semaphore gate = new Semaphore(0);
    private final CountDownLatch entered = new CountDownLatch(1);

    private static Combiner<Integer, Integer> combiner(
            int most, int leaders, Duration patience, Consumer<Group<Integer, Integer>> work) {
        return new Combiner<>(new CombinerLimits(most, leaders, Duration.ZERO, patience), work);
    }

    private static List<Integer> requests(Group<Integer, Integer> group) {
        return group.open().stream().map(Ask::request).toList();
    }

    private static void answer(Group<Integer, Integer> group) {
        group.open().forEach(ask -> ask.answer(-ask.request()));
    }

    /** The first group waits for the gate; those after it find it open. */
    private void gated(Group<Integer, Integer> group) {
        groups.add(requests(group));
        entered.countDown();
        gate.acquireUninterruptibly();
        gate.release();
        answer(group);
    }

    private record Caller(Thread thread, CompletableFuture<Integer> answer) {
        private boolean isWaiting() {
            return thread.getState() == Thread.State.TIMED_WAITING;
        }
    }

    private static Caller call(Combiner<Integer, Integer> combiner, int request) {
        var answer = new CompletableFuture<Integer>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                answer.complete(combiner.ask(request));
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return new Caller(thread, answer);
    }

    /** One whose group is under way, and others who wait, in their order. */
    private List<Caller> oneBusyAndWaiting(Combiner<Integer, Integer> combiner, int waiting)
            throws InterruptedException {
        var callers = new ArrayList<Caller>();
        callers.add(call(combiner, 0));
        entered.await();
        for (int i = 1; i <= waiting; i++) {
            var caller = call(combiner, i);
            await().until(caller::isWaiting);
            callers.add(caller);
        }
        return callers;
    }

    @Test
    void aLoneRequestIsServedAtOnceByItsOwnThread() {
        var served = new ArrayList<Thread>();
        var combiner = combiner(64, 2, LONG, group -> {
            served.add(Thread.currentThread());
            answer(group);
        });
        assertThat(combiner.ask(7)).isEqualTo(-7);
        assertThat(combiner.ask(8)).isEqualTo(-8);
        assertThat(served).containsExactly(Thread.currentThread(), Thread.currentThread());
    }

    @Test
    void whoWaitsMeanwhileIsServedTogetherInOrderAndNoMoreThanMayBe() throws InterruptedException {
        var callers = oneBusyAndWaiting(combiner(4, 1, LONG, this::gated), 6);
        gate.release();
        callers.forEach(caller -> caller.answer().join());
        assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6));
        assertThat(callers).extracting(caller -> caller.answer().join()).containsExactly(0, -1, -2, -3, -4, -5, -6);
    }

    @Test
    void groupsAreUnderWayAtOnceWhereThereMayBeMoreLeaders() throws InterruptedException {
        var both = new CountDownLatch(2);
        var combiner = combiner(64, 2, LONG, group -> {
            both.countDown();
            gate.acquireUninterruptibly();
            answer(group);
        });
        var callers = List.of(call(combiner, 1), call(combiner, 2));
        both.await();
        gate.release(2);
        assertThat(callers).extracting(caller -> caller.answer().join()).containsExactly(-1, -2);
    }

    @Test
    void aLeaderThatDiesTakesItsGroupAloneWithIt() throws InterruptedException {
        var callers = oneBusyAndWaiting(
                combiner(2, 1, LONG, group -> {
                    if (groups.size() == 1) {
                        groups.add(requests(group));
                        throw new StackOverflowError();
                    }
                    gated(group);
                }),
                4);
        gate.release();
        assertThat(callers.getFirst().answer().join()).isZero();
        assertThat(callers.subList(1, 3))
                .allSatisfy(caller ->
                        assertThatThrownBy(caller.answer()::join).hasCauseInstanceOf(StackOverflowError.class));
        assertThat(callers.subList(3, 5))
                .extracting(caller -> caller.answer().join())
                .containsExactly(-3, -4);
    }

    @Test
    void aRequestThatIsLeftOpenFails() {
        assertThatThrownBy(() -> combiner(1, 1, LONG, _ -> {}).ask(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstAnswerCounts() {
        var combiner = combiner(1, 1, LONG, group -> {
            answer(group);
            var ask = group.all().getFirst();
            ask.answer(99);
            ask.fail(new IllegalStateException());
        });
        assertThat(combiner.ask(1)).isEqualTo(-1);
    }

    @Test
    void whoIsInterruptedGoesAndIsNotServedLater() throws InterruptedException {
        var callers = oneBusyAndWaiting(combiner(64, 1, LONG, this::gated), 3);
        callers.get(2).thread().interrupt();
        assertThatThrownBy(callers.get(2).answer()::join).hasCauseInstanceOf(Combiner.NotAnswered.class);
        gate.release();
        assertThat(callers.get(3).answer().join()).isEqualTo(-3);
        assertThat(groups).containsExactly(List.of(0), List.of(1, 3));
    }

    @Test
    void whoseTurnItIsButGoesHandsTheLeadOn() throws InterruptedException {
        var callers = oneBusyAndWaiting(combiner(1, 1, LONG, this::gated), 3);
        callers.get(1).thread().interrupt();
        callers.get(2).thread().interrupt();
        gate.release();
        assertThat(callers.get(3).answer().join()).isEqualTo(-3);
    }

    @Test
    void nobodyWaitsLongerThanCallersDo() throws InterruptedException {
        var callers = oneBusyAndWaiting(combiner(64, 1, Duration.ofMillis(200), this::gated), 1);
        assertThatThrownBy(callers.get(1).answer()::join).hasCauseInstanceOf(Combiner.NotAnswered.class);
        gate.release();
        assertThat(callers.getFirst().answer().join()).isZero();
        assertThat(groups).hasSize(1);
    }

    @Test
    void requestsThatTouchTheSameAreServedOneAfterTheOtherAndOthersBesideThem() throws InterruptedException {
        var first = new CountDownLatch(1);
        var granted = new ConcurrentLinkedQueue<List<Integer>>();
        var combiner = combiner(64, 2, LONG, group -> {
            var mine = group.claim(group.open(), request -> List.of(request % 10));
            granted.add(mine.stream().map(Ask::request).toList());
            first.countDown();
            if (mine.stream().anyMatch(ask -> ask.request() == 1)) {
                gate.acquireUninterruptibly();
            }
            mine.forEach(ask -> ask.answer(-ask.request()));
        });
        var holder = call(combiner, 1);
        first.await();
        var rival = call(combiner, 11);
        await().until(() -> rival.isWaiting() && granted.size() == 2);
        assertThat(call(combiner, 2).answer().join()).isEqualTo(-2);
        assertThat(rival.answer()).isNotDone();
        gate.release();
        assertThat(holder.answer().join()).isEqualTo(-1);
        assertThat(rival.answer().join()).isEqualTo(-11);
    }
}
