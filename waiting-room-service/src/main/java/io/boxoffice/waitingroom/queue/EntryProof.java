package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.token.QueueToken;
import io.boxoffice.waitingroom.token.QueueTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes sure that an entry is the caller's: a genuine queue token of this event, and the secret behind its hash. */
@Component
public class EntryProof {
    private final QueueTokens tokens;

    EntryProof(QueueTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The token, read.
     *
     * @throws io.boxoffice.common.web.ProblemException 401 {@code queue-token-invalid}, 403 {@code queue-secret-wrong}
     */
    public QueueToken of(UUID eventId, @Nullable String token, @Nullable String secret) {
        var read = tokens.read(token)
                .filter(genuine -> genuine.event().equals(eventId))
                .orElseThrow(QueueProblems::tokenInvalid);
        if (!read.provedBy(secret)) {
            throw QueueProblems.secretWrong();
        }
        return read;
    }
}
