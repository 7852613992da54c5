package io.boxoffice.event.cache;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Shows;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole service without a Redis: slower, but there. */
@EventServiceTest
@TestPropertySource(properties = {"test.redis=away", "spring.kafka.consumer.group-id=redis-away"})
@DirtiesContext
class RedisAwayIT {
    @Autowired
    EventApi api;

    @Autowired
    Shows shows;

    @LocalManagementPort
    int managementPort;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void everythingIsServedFromMemoryAndTheDatabase() {
        var eventId = shows.published(organizer);

        assertThat(api.get(EVENTS + "/" + eventId, null).status()).isEqualTo(200);
        assertThat(api.patch(eventId, organizer, "{\"name\":\"Winter Night\"}").status())
                .isEqualTo(200);
        assertThat(api.get(EVENTS + "/" + eventId, null).body().path("name").asString())
                .isEqualTo("Winter Night");
        assertThat(api.get(EVENTS, null).body().at("/items/0/name").asString()).isEqualTo("Winter Night");
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
