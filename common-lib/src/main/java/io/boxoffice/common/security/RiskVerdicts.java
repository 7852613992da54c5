package io.boxoffice.common.security;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What was said of accounts within the last hour; fraud repeats itself while a verdict stands, so an older one has lapsed. */
final class RiskVerdicts {
    static final Duration KEPT = Duration.ofHours(1);
    private static final int PRUNE_EVERY = 10_000;

    private record Said(Verdict verdict, Instant at) {}

    private record Decided(UUID userId, Verdict decision) {}

    private final Map<UUID, Said> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final InstantSource clock;

    RiskVerdicts(InstantSource clock) {
        this.clock = clock;
    }

    Verdict on(UUID user) {
        var said = accounts.get(user);
        return said == null || lapsed(said) ? Verdict.ALLOW : said.verdict();
    }

    /** Takes one message of {@code boxoffice.risk}; those about other things are passed over. */
    void hear(Incoming message) {
        switch (message.name()) {
            case "RiskScored", "AccountFlagged" -> {
                var decided = message.as(Decided.class);
                say(decided.userId(), new Said(decided.decision(), message.time()));
            }
            default -> {
                // no verdict
            }
        }
    }

    /** The later one counts, in whatever order they are heard. */
    private void say(UUID user, Said said) {
        accounts.merge(user, said, (before, now) -> now.at().isBefore(before.at()) ? before : now);
        if (heard.incrementAndGet() % PRUNE_EVERY == 0) {
            accounts.values().removeIf(this::lapsed);
        }
    }

    private boolean lapsed(Said said) {
        return said.at().isBefore(clock.instant().minus(KEPT));
    }
}
