package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyWrapTests {
    private final KeyWrap wrap = wrap("a secret of more than thirty-two characters");

    @Test
    void whatWasWrappedIsOpenedForItsPurposeAlone() {
        var stored = wrap.wrap("queue-token", "material");

        assertThat(stored).doesNotContain("material");
        assertThat(wrap.isCurrent(stored)).isTrue();
        assertThat(wrap.unwrap("queue-token", stored)).isEqualTo("material");
        assertThatThrownBy(() -> wrap.unwrap("access-token", stored)).isInstanceOf(IllegalStateException.class);
        assertThat(wrap.wrap("queue-token", "material"))
                .as("a nonce of its own")
                .isNotEqualTo(stored);
    }

    @Test
    void aChangedByteIsNoticed() {
        var stored = wrap.wrap("queue-token", "material");
        var at = stored.length() - 10;
        var changed = stored.substring(0, at) + (stored.charAt(at) == 'A' ? 'B' : 'A') + stored.substring(at + 1);

        assertThatThrownBy(() -> wrap.unwrap("queue-token", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withoutASecretKeysStayAsTheyAre() {
        var plain = wrap();

        assertThat(plain.wrap("queue-token", "material")).isEqualTo("material");
        assertThat(plain.isCurrent("material")).isTrue();
        assertThat(wrap.isCurrent("material")).isFalse();
        assertThat(wrap.unwrap("queue-token", "material")).isEqualTo("material");
    }

    private static KeyWrap wrap(String... secrets) {
        var day = Duration.ofDays(1);
        return new KeyWrap(new KeyProperties(day, Duration.ZERO, day, day, day, List.of(secrets)));
    }
}
