package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks after those who hold a queue token: no other sign-in is needed. */
@Service
public class Polls {
    private final Events events;
    private final Line line;
    private final QueueTokens tokens;

    Polls(Events events, Line line, QueueTokens tokens) {
        this.events = events;
        this.line = line;
        this.tokens = tokens;
    }

    /**
     * Where the entry stands.
     *
     * @throws io.boxoffice.common.web.ProblemException 401 {@code queue-token-invalid}, 403 {@code queue-secret-wrong,
     *     account-blocked}, 429 {@code poll-too-soon}
     */
    public EntryAnswer poll(UUID eventId, @Nullable String token, @Nullable String secret, @Nullable String clearance) {
        var proven = proven(eventId, token, secret);
        var event = events.find(eventId).orElseThrow(QueueProblems::tokenInvalid);
        return switch (line.poll(event, proven, tokens.write(proven), clearance)) {
            case PollOutcome.Known(var entry) -> entry;
            case PollOutcome.TooSoon(var wait) -> throw QueueProblems.pollTooSoon(wait);
            case PollOutcome.Unknown() -> throw QueueProblems.tokenInvalid();
        };
    }

    /** Gives the place back. */
    void leave(UUID eventId, @Nullable String token, @Nullable String secret) {
        line.leave(proven(eventId, token, secret));
    }

    private QueueToken proven(UUID eventId, @Nullable String token, @Nullable String secret) {
        var read = tokens.read(token)
                .filter(genuine -> genuine.event().equals(eventId))
                .orElseThrow(QueueProblems::tokenInvalid);
        if (!read.provedBy(secret)) {
            throw QueueProblems.secretWrong();
        }
        return read;
    }
}
