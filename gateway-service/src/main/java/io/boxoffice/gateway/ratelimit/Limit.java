package io.boxoffice.gateway.ratelimit;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** So many requests in any stretch of time of that length. */
record Limit(int requests, Duration window) {

    Limit {
        if (requests < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("a limit lets something pass in some time");
        }
    }

    /** Reads {@code 60/10s}. Public, so that settings can be bound by it. */
    public static Limit valueOf(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a limit like 60/10s: " + text);
        }
        return new Limit(
                Integer.parseInt(text.substring(0, slash).strip()),
                DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
}
