package io.boxoffice.e2e.client.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Repeats what a careful client repeats: the same call with the same headers (so the same {@code Idempotency-Key}) after a lost answer, a
 * server's failure or a limit, waiting as told by {@code Retry-After} or else twice as long each time, with jitter.
 */
public final class CarefulExchange implements Exchange {

    private static final Set<Integer> FAILURES_AND_LIMITS = Set.of(429, 500, 502, 503, 504);
    private static final Set<Integer> AWAY = Set.of(503, 504);
    private static final long SHORTEST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 5_000;

    private final Exchange inner;
    private final Duration patience;
    private final RandomGenerator random;
    private final Set<Integer> tryAgain;

    /** Repeats calls of another exchange for as long as the patience lasts. */
    public CarefulExchange(Exchange inner, Duration patience, RandomGenerator random) {
        this(inner, patience, random, FAILURES_AND_LIMITS);
    }

    private CarefulExchange(Exchange inner, Duration patience, RandomGenerator random, Set<Integer> tryAgain) {
        this.tryAgain = tryAgain;
        this.inner = inner;
        this.patience = patience;
        this.random = random;
    }

    /** Repeats only what a service did not answer: for tests, to which limits and failures are answers. */
    public static Exchange whileAway(Exchange inner, Duration patience, RandomGenerator random) {
        return new CarefulExchange(inner, patience, random, AWAY);
    }

    @Override
    public Answer send(Call call) throws IOException, InterruptedException {
        long firstSent = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            long wait;
            try {
                Answer answer = inner.send(call);
                if (attempt == 0) {
                    firstSent = answer.sentNanos();
                }
                if (!worthRepeating(answer) || spent(firstSent)) {
                    return answer.firstSentAt(firstSent);
                }
                wait = told(answer, attempt);
            } catch (IOException lost) {
                if (spent(firstSent)) {
                    throw lost;
                }
                wait = backoff(attempt);
            }
            Thread.sleep(wait);
        }
    }

    private boolean worthRepeating(Answer answer) {
        return tryAgain.contains(answer.status())
                || tryAgain.contains(429)
                        && answer.status() == 409
                        && answer.problem().code().equals("idempotency-key-in-use");
    }

    private boolean spent(long firstSent) {
        return System.nanoTime() - firstSent > patience.toNanos();
    }

    private long told(Answer answer, int attempt) {
        return answer.header("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Long.parseLong(seconds) * 1_000 + random.nextLong(SHORTEST_MILLIS))
                .orElseGet(() -> backoff(attempt));
    }

    private long backoff(int attempt) {
        long ceiling = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(attempt, 10));
        return ceiling / 2 + random.nextLong(ceiling / 2 + 1);
    }
}
