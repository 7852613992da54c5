package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.event.Events;
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
    private final EntryProof proof;

    Polls(Events events, Line line, QueueTokens tokens, EntryProof proof) {
        this.proof = proof;
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
        var proven = proof.of(eventId, token, secret);
        var event = events.find(eventId).orElseThrow(QueueProblems::tokenInvalid);
        return switch (line.poll(event, proven, tokens.renewed(token, proven), clearance)) {
            case PollOutcome.Known(var entry) -> entry;
            case PollOutcome.TooSoon(var wait) -> throw QueueProblems.pollTooSoon(wait);
            case PollOutcome.Unknown() -> throw QueueProblems.tokenInvalid();
        };
    }

    /** Gives the place back. */
    void leave(UUID eventId, @Nullable String token, @Nullable String secret) {
        var proven = proof.of(eventId, token, secret);
        line.leave(events.find(eventId).orElseThrow(QueueProblems::tokenInvalid), proven);
    }
}
