package io.boxoffice.fleet.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which tokens are wanted: a run of numbers behind a prefix. */
record DemoTokensRequest(
        @Nullable String prefix,
        @Nullable Integer from,
        @Nullable Integer count,
        @Nullable Long ttlSeconds) {
    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The same, checked. */
    record Range(UserKind kind, int from, int to, Duration lifetime) {}

    /** Why no token is issued. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    Range toRange() {
        var kind = UserKind.withPrefix(prefix == null ? "" : prefix)
                .orElseThrow(() -> new Refused("prefix is none of the demo users' prefixes"));
        int first = from == null ? 1 : from;
        int number = count == null ? 1 : count;
        require(number >= 1 && number <= MOST, "count must lie between 1 and " + MOST);
        require(first >= 1 && first <= kind.last() - number + 1, "users end at " + kind.username(kind.last()));
        var lifetime = ttlSeconds == null ? UserTokens.LIFETIME : Duration.ofSeconds(ttlSeconds);
        require(lifetime.isPositive() && lifetime.compareTo(LONGEST) <= 0, "ttl_seconds must lie within a day");
        return new Range(kind, first, first + number - 1, lifetime);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Refused(message);
        }
    }
}
