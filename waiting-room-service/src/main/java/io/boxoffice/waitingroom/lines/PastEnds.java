package io.boxoffice.waitingroom.lines;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.SessionIds;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which entries and sessions ended of late, from what was told of them: a fan whose record Redis lost is not let in again after
 * having bought or left. Every instance hears all of it, from before its own start.
 */
@Component
public class PastEnds {
    private static final Duration LEAST = Duration.ofMinutes(30);
    private static final int AT_MOST = 500_000;

    private final SessionIds sessions;
    private final Duration back;
    private final Cache<UUID, End> ends;

    /** How an entry ended, numbered as in {@code lua/entry.lua}. */
    public enum End {
        SUPERSEDED(-1, 0),
        NOT_CLAIMED(4, 1),
        TIME_UP(4, 2),
        LEFT(6, 5),
        PURCHASED(6, 6);

        private final int state;
        private final int reason;

        End(int state, int reason) {
            this.state = state;
            this.reason = reason;
        }

        public int state() {
            return state;
        }

        public int reason() {
            return reason;
        }
    }

    private record Entry(UUID entryId, String reason) {}

    private record Session(UUID sessionId, @Nullable String cause) {}

    private record Purchase(@Nullable UUID sessionId) {}

    PastEnds(SessionIds sessions, WaitingRoomProperties properties) {
        this.sessions = sessions;
        var twoSteps = properties.lease().plus(properties.accessTokenTtl()).multipliedBy(2);
        this.back = twoSteps.compareTo(LEAST) > 0 ? twoSteps : LEAST;
        this.ends = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfterWrite(back)
                .build();
    }

    /** From when on ends matter: those of older sessions are known by their score. */
    Duration back() {
        return back;
    }

    /** How the session of this token, or its entry, is known to have ended. */
    public Optional<End> of(QueueToken token) {
        var session = ends.getIfPresent(sessions.of(token.event(), token.entry(), token.session()));
        return Optional.ofNullable(session != null ? session : ends.getIfPresent(token.entryId()));
    }

    /** Takes a message of the queue or of the seats. */
    void hear(Incoming message) {
        switch (message.name()) {
            case "SessionSuperseded" -> ends.put(message.as(Session.class).sessionId(), End.SUPERSEDED);
            case "SessionEnded" -> {
                var session = message.as(Session.class);
                ends.put(session.sessionId(), ended(session.cause()));
            }
            case "SeatsPurchased" -> {
                var session = message.as(Purchase.class).sessionId();
                if (session != null) {
                    ends.put(session, End.PURCHASED);
                }
            }
            case "EntryAbandoned", "EntryExpired" -> hearEntry(message.as(Entry.class));
            default -> {
                // not about an end
            }
        }
    }

    /** Whoever was only silent may come back; who is sent home now is known without having been told. */
    private void hearEntry(Entry entry) {
        switch (entry.reason()) {
            case "left" -> ends.put(entry.entryId(), End.LEFT);
            case "not-claimed" -> ends.put(entry.entryId(), End.NOT_CLAIMED);
            default -> {
                // not for good
            }
        }
    }

    private static End ended(@Nullable String cause) {
        return switch (cause) {
            case "purchased" -> End.PURCHASED;
            case "left" -> End.LEFT;
            case null, default -> End.TIME_UP;
        };
    }
}
