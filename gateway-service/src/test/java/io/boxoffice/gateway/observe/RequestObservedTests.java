package io.boxoffice.gateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class RequestObservedTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final UUID USER = UUID.fromString("8f14e45f-ceea-567f-9a3b-0a1b2c3d4e5f");
    private static final Instant THEN = Instant.parse("2027-06-03T10:00:01.500Z");

    @Test
    void itIsWrittenAsItsReadersExpect() throws IOException {
        var observed = new RequestObserved(
                UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"),
                THEN,
                USER,
                Action.HOLD.word(),
                "nwO0v8RBDcTE3f6sNgt4Xz3ZtkZ3bNn6_o3vO7hJ0ZQ",
                "Etp8jwMPUNWcxvmxPlCYLbVrT0rDSZgYpPqAhuaVq44",
                Instant.parse("2026-04-01T08:00:00Z"),
                201);

        var golden = new ClassPathResource("wire/request-observed.v1.json").getContentAsByteArray();

        assertThat(JSON.readTree(JSON.writeValueAsBytes(observed))).isEqualTo(JSON.readTree(golden));
    }

    @Test
    void whatIsNotKnownIsLeftOutAndAPersonIsTheKeyWhereThereIsNoEvent() {
        var observed = new RequestObserved(null, THEN, USER, Action.LISTING.word(), null, null, null, 403);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(observed)).propertyNames())
                .containsExactlyInAnyOrder("occurred_at", "user_id", "action", "status");
        assertThat(observed.key()).isEqualTo(USER.toString());
    }
}
