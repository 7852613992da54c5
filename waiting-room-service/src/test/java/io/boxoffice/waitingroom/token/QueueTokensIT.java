package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.WaitingRoom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QueueTokensIT extends WaitingRoom {
    private static final String HASH = "A".repeat(43);

    @Autowired
    SigningKeyRepository repository;

    private static QueueToken token() {
        return new QueueToken(
                UUID.randomUUID(), UUID.randomUUID(), 7, 2, QueueToken.Kind.QUEUED, 1811930400123456L, HASH, HASH);
    }

    @Test
    void aTokenReadsAsItWasWrittenAndTheSamePlaceGivesTheSameToken() {
        var tokens = new QueueTokens(repository);
        var token = token();

        assertThat(tokens.read(tokens.write(token))).contains(token);
        assertThat(tokens.write(token)).isEqualTo(tokens.write(token)).hasSizeLessThan(256);
    }

    @Test
    void anotherInstanceHasTheSameKeys() {
        var token = token();

        assertThat(new QueueTokens(repository).read(new QueueTokens(repository).write(token)))
                .contains(token);
        assertThat(new SessionIds(repository).of(token.event(), 7, 2))
                .isEqualTo(new SessionIds(repository).of(token.event(), 7, 2))
                .isNotEqualTo(new SessionIds(repository).of(token.event(), 7, 3));
    }

    @Test
    void everySingleChangedCharacterIsNoticed() {
        var tokens = new QueueTokens(repository);
        var written = tokens.write(token());

        for (int i = 0; i < written.length(); i++) {
            var other = written.charAt(i) == 'A' ? 'B' : 'A';
            var changed = written.substring(0, i) + other + written.substring(i + 1);
            assertThat(tokens.read(changed)).as("changed at %s", i).isEmpty();
        }
    }

    @Test
    void instancesThatStartTogetherAgreeOnOneKey() throws Exception {
        var purpose = "race-" + UUID.randomUUID();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = threads.invokeAll(IntStream.range(0, 20)
                    .<java.util.concurrent.Callable<java.util.List<String>>>mapToObj(
                            i -> () -> repository.load(purpose, () -> "made by " + i))
                    .toList());

            var first = keys.getFirst().get();
            assertThat(first).hasSize(1);
            for (var each : keys) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }
}
