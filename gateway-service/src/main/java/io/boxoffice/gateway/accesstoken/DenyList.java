package io.boxoffice.gateway.accesstoken;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sessions of the waiting room that have ended, kept until their tokens are long expired. */
@Component
class DenyList {

    private final Map<String, Instant> endedAt = new ConcurrentHashMap<>();

    void deny(String session, Instant ended) {
        endedAt.putIfAbsent(session, ended);
    }

    /** When the session ended, if it did. */
    Optional<Instant> endOf(String session) {
        return Optional.ofNullable(endedAt.get(session));
    }

    void forgetBefore(Instant horizon) {
        endedAt.values().removeIf(ended -> ended.isBefore(horizon));
    }
}
