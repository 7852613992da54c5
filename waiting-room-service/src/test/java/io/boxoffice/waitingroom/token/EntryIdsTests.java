package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryIdsTests {

    @Test
    void anEntrysIdIsAUuidOfVersion7AndAlwaysTheSame() {
        var event = UUID.randomUUID();

        var id = EntryIds.of(event, 1, 1811930400123456L);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(1811930400123L);
        assertThat(id).isEqualTo(EntryIds.of(event, 1, 1811930400123456L));
        assertThat(id).isNotEqualTo(EntryIds.of(event, 2, 1811930400123456L));
    }
}
