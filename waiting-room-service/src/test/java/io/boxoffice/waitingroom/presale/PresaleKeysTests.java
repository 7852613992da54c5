package io.boxoffice.waitingroom.presale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;

class PresaleKeysTests {
    private final Codes codes = Codes.of(UUID.randomUUID());
    private final MovableClock clock = new MovableClock(Instant.parse("2027-06-01T10:00:00Z"));
    private final PresaleKeys keys = new PresaleKeys(this::answer, clock);
    private int issued = 3;
    private boolean away;
    private int asked;

    private PresaleKey answer(UUID event) {
        asked++;
        if (away) {
            throw new ResourceAccessException("no answer");
        }
        if (issued == 0) {
            throw HttpClientErrorException.create(
                    HttpStatus.NOT_FOUND, "", HttpHeaders.EMPTY, new byte[0], StandardCharsets.UTF_8);
        }
        return new PresaleKey(event, codes.key(), issued);
    }

    private boolean isGenuine(int serial) {
        return keys.confirm(PrintedCode.read(codes.code(serial)).orElseThrow(), codes.event());
    }

    @Test
    void theKeyIsAskedForOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(isGenuine(i)).isTrue();
            clock.advance(Duration.ofHours(1));
        }
        away = true;
        assertThat(isGenuine(0)).isTrue();
        assertThat(asked).isOne();
    }

    @Test
    void aForgedCodeAsksNobody() {
        assertThat(isGenuine(0)).isTrue();
        clock.advance(Duration.ofHours(1));

        assertThat(keys.confirm(new PrintedCode(99, 1), codes.event())).isFalse();

        assertThat(asked).isOne();
    }

    @Test
    void codesMadeSinceAreHeardOfEveryTenSeconds() {
        assertThat(isGenuine(3)).isFalse();
        issued = 4;
        clock.advance(Duration.ofMillis(9_999));
        assertThat(isGenuine(3)).isFalse();
        assertThat(asked).isOne();

        clock.advance(Duration.ofMillis(1));

        assertThat(isGenuine(3)).isTrue();
        assertThat(isGenuine(4)).isFalse();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void anEventWithoutCodesMayGetSome() {
        issued = 0;
        assertThat(isGenuine(0)).isFalse();
        assertThat(isGenuine(0)).isFalse();
        assertThat(asked).isOne();
        issued = 1;
        clock.advance(Duration.ofSeconds(10));

        assertThat(isGenuine(0)).isTrue();
    }

    @Test
    void whileNobodyCanTellNobodyIsRefused() {
        away = true;
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> isGenuine(0))
                .matches(problem -> problem.status() == HttpStatus.SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> isGenuine(0));
        assertThat(asked).isOne();
        away = false;
        clock.advance(Duration.ofSeconds(1));

        assertThat(isGenuine(0)).isTrue();
    }

    @Test
    void anOldAnswerGoesOnWhileThereIsNoNewOne() {
        assertThat(isGenuine(0)).isTrue();
        away = true;
        clock.advance(Duration.ofSeconds(10));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> isGenuine(3));
        assertThat(isGenuine(0)).isTrue();
        assertThat(keys.confirm(new PrintedCode(3, 1), codes.event())).isFalse();
        away = false;
        issued = 4;
        clock.advance(Duration.ofSeconds(1));
        assertThat(isGenuine(3)).isTrue();
    }
}
