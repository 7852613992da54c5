package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QueueTokensIT extends WaitingRoom {
    private static final String HASH = "A".repeat(43);

    @Autowired
    KeyConfiguration configuration;

    @Autowired
    KeyStore store;

    @Autowired
    KeyProperties properties;

    @Autowired
    java.time.Clock clock;

    private static QueueToken token() {
        return new QueueToken(
                UUID.randomUUID(), UUID.randomUUID(), 7, 2, QueueToken.Kind.QUEUED, 1811930400123456L, HASH, HASH);
    }

    private QueueTokens tokens() {
        return new QueueTokens(configuration.queueKeys(store, properties, clock));
    }

    private SessionIds sessions() {
        return new SessionIds(configuration.sessionKeys(store, clock));
    }

    @Test
    void aTokenReadsAsItWasWrittenAndTheSamePlaceGivesTheSameToken() {
        var tokens = tokens();
        var token = token();

        assertThat(tokens.read(tokens.write(token))).contains(token);
        assertThat(tokens.write(token)).isEqualTo(tokens.write(token)).hasSizeLessThan(256);
    }

    @Test
    void anotherInstanceHasTheSameKeys() {
        var token = token();

        assertThat(tokens().read(tokens().write(token))).contains(token);
        assertThat(sessions().of(token.event(), 7, 2))
                .isEqualTo(sessions().of(token.event(), 7, 2))
                .isNotEqualTo(sessions().of(token.event(), 7, 3));
    }
}
