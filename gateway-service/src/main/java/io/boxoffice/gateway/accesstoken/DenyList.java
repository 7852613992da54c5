package io.boxoffice.gateway.accesstoken;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sessions of the waiting room that have ended, kept until their tokens are long expired. */
@Component
class DenyList {

    private final Map<String, Instant> endedAt = new ConcurrentHashMap<>();

    void deny(String session, Instant ended) {
        endedAt.put(session, ended);
    }

    boolean denies(String session) {
        return endedAt.containsKey(session);
    }

    void forgetBefore(Instant horizon) {
        endedAt.values().removeIf(ended -> ended.isBefore(horizon));
    }
}
