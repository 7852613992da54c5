package io.boxoffice.waitingroom.model;

import io.boxoffice.waitingroom.model.ClockedScripts.Mutation;
import io.boxoffice.waitingroom.redis.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads do to one line what they like, all at the same time. Nobody knows the order before; afterwards Redis says it, and in
 * that order nothing may have happened that must not.
 */
class LineTogetherRaceIT {
    private static final int ROUNDS = 20;
    private static final int THREADS = 8;
    private static final int EACH = 8;

    private final AtomicLong clock = new AtomicLong(Setting.START * 1_000);
    private final Map<Integer, Token> tokens = new ConcurrentHashMap<>();
    private final Queue<Looked> looks = new ConcurrentLinkedQueue<>();

    private record Looked(long order, long micros, Snapshot left) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inWhateverOrderThingsHappenNobodyIsLostDoubledOrOvertaken(long seed) throws Exception {
        var setting = Setting.of(new Random(seed));
        ClockedScripts.forgetAll();
        var calls = new Calls(new ClockedScripts(Mutation.NONE), setting, clock::get);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                round(threads, calls, setting, seed * ROUNDS + round);
                // everybody polls within a lease; some rounds go by in an instant
                clock.addAndGet(round % 3 == 0 ? 1_000 : round == ROUNDS / 3 ? 3_600_000_000L : 50_000_000);
            }
        }
        var history = new History();
        looks.stream()
                .sorted(Comparator.comparingLong(Looked::order))
                .forEach(look -> history.look(
                        look.left(), look.micros() / 1_000, look.micros(), 2 * setting.ceiling(), setting.places()));
    }

    private void round(ExecutorService threads, Calls calls, Setting setting, long seed) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            var random = new Random(seed * THREADS + thread);
            work.add(() -> {
                for (int i = 0; i < EACH; i++) {
                    something(calls, setting, random);
                }
                return null;
            });
        }
        for (var done : threads.invokeAll(work)) {
            done.get();
        }
    }

    private void something(Calls calls, Setting setting, Random random) {
        int at = random.nextInt(Setting.INSTANCES);
        int fan = random.nextInt(Setting.FANS);
        var token = tokens.getOrDefault(fan, new Token(1, 1, 0, false, 0));
        var opens = setting.opensAt();
        looked(
                switch (random.nextInt(12)) {
                    case 0, 1, 2 -> joined(calls, at, opens, fan, random.nextInt(3) / 2);
                    case 3, 4 -> calls.poll(at, opens, token, fan, -1);
                    case 5 -> calls.claim(at, token, true);
                    case 6 -> calls.keep(at, token, "token " + random.nextLong());
                    case 7 -> random.nextBoolean() ? calls.leave(at, token, fan) : calls.purchased(at, token);
                    case 8 ->
                        calls.fill(
                                at,
                                random.nextInt(4) * 3L,
                                IntStream.range(0, 3)
                                        .mapToObj(_ -> random.nextLong(12))
                                        .toList());
                    case 9 -> random.nextBoolean() ? calls.sweep(at) : calls.expire(at);
                    default -> calls.admit(at, opens, random.nextInt(2, 6));
                });
    }

    private Reply joined(Calls calls, int at, long opens, int fan, int device) {
        var look = calls.join(at, opens, Long.MAX_VALUE / 1_000, List.of(fan), device, -1, false);
        var answer = Answer.of(look.list(0).list(1).list(0));
        if (answer.number() > 0) {
            tokens.put(fan, Token.of(answer, device));
        }
        return look;
    }

    private void looked(Reply look) {
        looks.add(new Looked(look.number(8), look.number(9), Snapshot.of(look)));
    }
}
