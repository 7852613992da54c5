package io.boxoffice.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Counts in this instance alone, while Redis cannot: in fixed stretches of time, each begun by a request. */
@Component
class LocalWindows {

    private static final int MOST_KEYS = 100_000;

    private record Key(Scope scope, String key) {}

    private record Window(Instant start, int passed, boolean lastPassed) {}

    private final Cache<Key, Window> windows =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build();
    private final InstantSource clock;

    LocalWindows(InstantSource clock) {
        this.clock = clock;
    }

    Standing take(Scope scope, String key, Limit limit) {
        var now = clock.instant();
        var window = windows.asMap().compute(new Key(scope, key), (_, before) -> {
            if (before == null || !now.isBefore(before.start().plus(limit.window()))) {
                return new Window(now, 1, true);
            }
            return before.passed() < limit.requests()
                    ? new Window(before.start(), before.passed() + 1, true)
                    : new Window(before.start(), before.passed(), false);
        });
        return new Standing(
                window.lastPassed(),
                limit.requests(),
                limit.requests() - window.passed(),
                Duration.between(now, window.start().plus(limit.window())));
    }
}
