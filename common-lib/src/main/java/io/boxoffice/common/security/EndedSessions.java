package io.boxoffice.common.security;

import io.boxoffice.common.messaging.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The deny list: sessions that ended within the last half hour. Older ones cannot matter, their tokens live 10 minutes. */
final class EndedSessions {
    static final Duration KEPT = Duration.ofMinutes(30);
    private static final int PRUNE_EVERY = 10_000;

    private record Ended(SessionEnd cause, Instant at) {}

    private record SessionEnded(UUID sessionId, String cause) {}

    private record SessionSuperseded(UUID sessionId) {}

    private final Map<UUID, Ended> sessions = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private int heard;

    EndedSessions(InstantSource clock) {
        this.clock = clock;
    }

    Optional<SessionEnd> of(UUID session) {
        return Optional.ofNullable(sessions.get(session)).map(Ended::cause);
    }

    /** Takes one message of {@code boxoffice.queue}; those about other things are passed over. */
    void hear(Incoming message) {
        switch (message.name()) {
            case "SessionEnded" -> {
                var ended = message.as(SessionEnded.class);
                add(ended.sessionId(), SessionEnd.valueOf(ended.cause().toUpperCase(Locale.ROOT)), message.time());
            }
            case "SessionSuperseded" ->
                add(message.as(SessionSuperseded.class).sessionId(), SessionEnd.SUPERSEDED, message.time());
            default -> {
                // not about the end of a session
            }
        }
    }

    private void add(UUID session, SessionEnd cause, Instant at) {
        sessions.putIfAbsent(session, new Ended(cause, at));
        if (++heard % PRUNE_EVERY == 0) {
            var oldest = clock.instant().minus(KEPT);
            sessions.values().removeIf(ended -> ended.at().isBefore(oldest));
        }
    }
}
