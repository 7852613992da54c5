package io.boxoffice.waitingroom.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.MerkleTree;
import io.boxoffice.draw.Permutation;
import io.boxoffice.draw.verify.DrawVerifier;
import io.boxoffice.draw.verify.Expectations;
import io.boxoffice.draw.verify.Verdict;
import io.boxoffice.waitingroom.WaitingRoom;
import io.boxoffice.waitingroom.draw.DrawKeeper.Progress;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.lines.Lines;
import io.boxoffice.waitingroom.redis.TestLine;
import io.boxoffice.waitingroom.redis.TestLine.Entry;
import io.boxoffice.waitingroom.redis.Watchlist;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Several instances keep one draw and die again and again: what was told is what is drawn, once, and fans come in in its order. */
class DrawKeeperRaceIT extends WaitingRoom {
    private static final int FANS = 3000;
    private static final int INSTANCES = 4;
    private static final long FAR = 4_000_000_000_000L;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Lines lines;

    @Autowired
    private Watchlist watchlist;

    @Autowired
    private JsonMapper json;

    private final TestLine line = new TestLine();
    private final Crashes crashes = new Crashes(42, 0.1);
    private final AtomicLong died = new AtomicLong();
    private final Map<Long, Entry> told = new ConcurrentSkipListMap<>();
    private volatile EventOnSale event;

    private void opens(long millis) {
        line.opensAt = millis;
        event = new EventOnSale(
                line.event,
                1,
                EventOnSale.QueueMode.LOBBY,
                Instant.ofEpochMilli(millis),
                null,
                Instant.EPOCH,
                Instant.ofEpochMilli(FAR),
                EventOnSale.Status.ON,
                List.of());
    }

    private DrawKeeper instance(Crashes fate) {
        var lotteries = fate.lotteries(jdbc);
        return new DrawKeeper(
                lotteries,
                new Leaves(lotteries, fate.store(jdbc), transaction),
                fate.scripts(TestLine.scripts(), lines),
                new Draws(lotteries, watchlist, Clock.systemUTC()),
                new NoBeacon(),
                new LobbyMetrics(new SimpleMeterRegistry()));
    }

    private Void keep() {
        var keeper = instance(crashes);
        var progress = Progress.OPEN;
        while (progress != Progress.DONE) {
            try {
                progress = keeper.look(event);
            } catch (Crashes.Crash _) {
                died.incrementAndGet();
                keeper = instance(crashes);
            }
        }
        return null;
    }

    private Entry comes() {
        var entry = line.join(UUID.randomUUID());
        told.put(entry.score(), entry);
        return entry;
    }

    private Void fansCome() {
        for (int i = 0; i < FANS / 3; i++) {
            var entry = comes();
            if (i % 50 == 0) {
                line.leave(entry);
                var again = line.join(entry.fan());
                assertThat(again.score()).isNotEqualTo(entry.score());
                told.put(again.score(), again);
            }
        }
        return null;
    }

    @Test
    void whatWasToldIsDrawnAndFansComeInInItsOrder() throws Exception {
        line.places = 100_000;
        line.lobbyOpensAt = 0;
        opens(FAR - 1);
        line.presaleAt = 1;
        var early = Stream.iterate(0, i -> i < 5, i -> i + 1)
                .map(code -> TestLine.entry(line.tryJoin(UUID.randomUUID(), "phone", code), UUID.randomUUID()))
                .toList();
        List<Entry> late;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keepers = Stream.generate(() -> threads.submit(this::keep))
                    .limit(INSTANCES)
                    .toList();
            end(Stream.generate(() -> threads.submit(this::fansCome)).limit(3).toList());
            opens(System.currentTimeMillis() - 1000);
            late = Stream.generate(() -> line.join(UUID.randomUUID())).limit(5).toList();
            end(keepers);
        }

        assertThat(died.get()).isPositive();
        var lottery = new LotteryRepository(jdbc).find(line.event).orElseThrow();
        assertThat(lottery.state()).isEqualTo(DrawState.DRAWN);
        theTreeIsOfWhatWasTold(lottery);
        everybodyComesInAsDrawn(lottery, early, late);
        assertThat(line.toldNames().stream().filter("DrawHeld"::equals)).hasSize(1);
        anOutsiderFindsItGood(lottery);
    }

    private static <T> void end(List<Future<T>> work) throws ExecutionException, InterruptedException {
        for (var each : work) {
            each.get();
        }
    }

    private void theTreeIsOfWhatWasTold(Lottery lottery) {
        var indexes = new ArrayList<>(told.keySet());
        assertThat(indexes).hasSize((int) lottery.leaves()).last().isEqualTo(lottery.leaves() - 1);
        var leaves = told.entrySet().stream()
                .map(each ->
                        Draw.leaf(line.event, each.getKey(), each.getValue().fan()))
                .toList();
        assertThat(lottery.result().root()).isEqualTo(MerkleTree.root(leaves));
    }

    private void everybodyComesInAsDrawn(Lottery lottery, List<Entry> early, List<Entry> late) {
        while (line.waiting() > 0) {
            line.admit(1000);
        }
        var order = new Permutation(lottery.result().key(), lottery.leaves());
        var left = line.told().stream()
                .filter(message -> message.get("what").equals("EntryAbandoned"))
                .map(message -> message.get("n"))
                .toList();
        var expected = new ArrayList<String>();
        early.forEach(entry -> expected.add(String.valueOf(entry.number())));
        for (long p = 0; p < order.size(); p++) {
            var number = String.valueOf(told.get(order.joinIndex(p)).number());
            if (!left.contains(number)) {
                expected.add(number);
            }
        }
        late.forEach(entry -> expected.add(String.valueOf(entry.number())));
        assertThat(line.told().stream()
                        .filter(message -> message.get("what").equals("EntryAdmitted"))
                        .map(message -> message.get("n")))
                .containsExactlyElementsOf(expected);
    }

    private void anOutsiderFindsItGood(Lottery lottery) throws IOException {
        var board = new DrawBoard(
                new Draws(new LotteryRepository(jdbc), watchlist, Clock.systemUTC()), new LeafStore(jdbc));
        var file = new ByteArrayOutputStream();
        file.write(json.writeValueAsBytes(DrawDocument.of(event, lottery)));
        file.write('\n');
        board.write(lottery, lottery.closing(), lottery.result(), file);
        assertThat(DrawVerifier.verify(new ByteArrayInputStream(file.toByteArray()), Expectations.NONE))
                .isInstanceOf(Verdict.Good.class);
        for (long index : new long[] {0, 1023, 1024, lottery.leaves() - 1}) {
            var proof = board.proof(lottery, lottery.closing(), lottery.result(), index);
            var document =
                    json.writeValueAsBytes(DrawDocument.of(event, lottery).with(proof));
            var mine = new Expectations.Entry(
                    index, Draw.leaf(line.event, index, told.get(index).fan()));
            assertThat(DrawVerifier.verify(new ByteArrayInputStream(document), new Expectations(mine, null)))
                    .isInstanceOf(Verdict.Good.class);
        }
    }

    @Test
    void aSlowInstanceWritesNothingTwice() {
        opens(FAR - 1);
        line.lobbyOpensAt = 0;
        var lotteries = new LotteryRepository(jdbc);
        var leaves = new Leaves(lotteries, new LeafStore(jdbc), transaction);
        lotteries.commit(line.event);
        var seen = lotteries.find(line.event).orElseThrow();
        var fans = List.of(new byte[16], new byte[16]);

        assertThat(leaves.append(seen, fans)).isTrue();
        assertThat(leaves.append(seen, fans)).isFalse();

        assertThat(lotteries.find(line.event).orElseThrow().leaves()).isEqualTo(2);
        assertThat(new LeafStore(jdbc).chunk(line.event, 0)).hasSize(2 * LeafStore.LENGTH);
    }

    @Test
    void joinIndexesWhoseListWasLostGoToThoseWhoCameBackAndElseToNobody() {
        line.lobbyOpensAt = 0;
        opens(FAR - 1);
        var keeper = instance(new Crashes(1, 0));
        Stream.generate(this::comes).limit(4).toList();
        keeper.look(event);
        var lost = Stream.generate(this::comes).limit(4).toList();
        line.leave(lost.get(1));
        line.leave(lost.get(2));
        line.lose("leaves");
        line.cameBack(6, lost.get(2).fan());
        Stream.generate(this::comes).limit(2).toList();
        opens(System.currentTimeMillis() - 1000);
        while (keeper.look(event) != Progress.DONE) {
            assertThat(event).isNotNull();
        }

        var lottery = new LotteryRepository(jdbc).find(line.event).orElseThrow();
        var leaves = LeafStore.split(new LeafStore(jdbc).chunk(line.event, 0));
        assertThat(leaves).hasSize(10);
        for (int i = 0; i < 10; i++) {
            var fan = i == 5 ? Draw.NOBODY : told.get((long) i).fan();
            assertThat(leaves.get(i)).isEqualTo(Draw.leaf(line.event, i, fan));
        }
        assertThat(lottery.result().root()).isEqualTo(MerkleTree.root(leaves));
    }

    @Test
    void aDrawThatRedisForgotIsTheSameWhenItIsBack() {
        line.lobbyOpensAt = 0;
        opens(FAR - 1);
        var keeper = instance(new Crashes(1, 0));
        Stream.generate(this::comes).limit(4).toList();
        opens(System.currentTimeMillis() - 1000);
        keeper.look(event);
        var before = new LotteryRepository(jdbc).find(line.event).orElseThrow();
        for (var key : List.of("line", "queue", "lobby", "leaves")) {
            line.lose(key);
        }
        line.run("queue/begin", 2, 10, 0, 0);

        keeper.look(event);

        var admit = line.tryAdmit(0);
        assertThat(admit.number(5)).isEqualTo(4);
        assertThat(new LotteryRepository(jdbc).find(line.event).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(line.join(UUID.randomUUID()).score())
                .isGreaterThan(before.closing().openedMicros() + 4);
    }

    @Test
    void aLobbyWhereNobodyCameIsDrawnAsWell() {
        line.lobbyOpensAt = 0;
        opens(System.currentTimeMillis() - 1000);

        assertThat(instance(new Crashes(1, 0)).look(event)).isEqualTo(Progress.DONE);

        var lottery = new LotteryRepository(jdbc).find(line.event).orElseThrow();
        assertThat(lottery.state()).isEqualTo(DrawState.DRAWN);
        assertThat(lottery.closing().participants()).isZero();
        assertThat(line.join(UUID.randomUUID()).state()).isEqualTo("QUEUED");
        assertThat(line.admit(1)).isOne();
    }
}
