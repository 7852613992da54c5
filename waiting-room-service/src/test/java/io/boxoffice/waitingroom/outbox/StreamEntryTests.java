package io.boxoffice.waitingroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamEntryTests {
    private static final UUID EVENT = UUID.randomUUID();

    @Test
    void aMessageSentAgainHasTheSameId() {
        var once = new StreamEntry(EVENT, "1811930400123-0", Map.of());
        var again = new StreamEntry(EVENT, "1811930400123-0", Map.of());
        var next = new StreamEntry(EVENT, "1811930400123-1", Map.of());

        assertThat(once.messageId()).isEqualTo(again.messageId()).isNotEqualTo(next.messageId());
        assertThat(once.messageId().version()).isEqualTo(7);
        assertThat(once.messageId().getMostSignificantBits() >>> 16).isEqualTo(1811930400123L);
    }
}
