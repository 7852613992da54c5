package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryIdsTests {

    @Test
    void anEntrysIdIsAUuidOfVersion8AndAlwaysTheSame() {
        var event = UUID.randomUUID();

        var id = EntryIds.of(event, 1);

        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isEqualTo(EntryIds.of(event, 1));
        assertThat(id).isNotEqualTo(EntryIds.of(event, 2));
    }
}
