package io.boxoffice.waitingroom;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.waitingroom.QueueClient.Fan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import redis.embedded.RedisServer;

/** A service with its default settings whose Redis is away, comes, goes, and comes back with nothing in it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "fraud.challenge.sample-rate=0",
            "waiting-room.recovery-window=1s",
            "spring.kafka.consumer.group-id=redis-away"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class})
class RedisAwayIT {
    private static final int REDIS_PORT = TestServers.freePort();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private RedisServer redis;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("spring.data.redis.port", () -> REDIS_PORT);
        registry.add("spring.data.redis.host", () -> "127.0.0.1");
        registry.add("boxoffice.services.event", EventServiceStub::url);
    }

    @AfterEach
    void stop() throws IOException {
        if (redis != null && redis.isActive()) {
            redis.stop();
        }
    }

    private void start() throws IOException {
        redis = RedisServer.builder()
                .port(REDIS_PORT)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
    }

    private static void unavailable(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service-unavailable");
    }

    @Test
    void redisMayComeAndGoAndTheLineGoesOn() throws IOException {
        var client = new QueueClient(port);
        var event = publish();
        var fan = Fan.create();

        unavailable(client.join(event, fan));
        unavailable(client.status(event));

        start();
        var entry = joined(client, event, fan);
        var token = entry(client, event, fan);
        assertThat(body(client.status(event)).get("state").asString()).isEqualTo("OPEN");
        assertThat(entry).isNotBlank();

        redis.stop();
        unavailable(client.poll(event, token, fan.secret()));
        unavailable(client.join(event, Fan.create()));

        start();
        var next = Fan.create();
        joined(client, event, next);
        entry(client, event, next);
        figures(event);
    }

    @Test
    void callsUnderWayWhenRedisGoesAreAllAnswered() throws Exception {
        var client = new QueueClient(port);
        var event = publish();
        start();
        joined(client, event, Fan.create());
        var answered = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fans = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> joinWhilePossible(client, event, answered)))
                    .toList();
            await().until(() -> answered.get() > 50);

            redis.stop();

            for (var statuses : fans) {
                var all = statuses.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(all.removeLast()).isEqualTo(503);
                assertThat(all).allMatch(status -> status == 201);
            }
        }
    }

    private static List<Integer> joinWhilePossible(QueueClient client, UUID event, AtomicInteger answered) {
        var statuses = new ArrayList<Integer>();
        do {
            statuses.add(client.join(event, Fan.create())
                    .expectBody()
                    .returnResult()
                    .getStatus()
                    .value());
            answered.incrementAndGet();
        } while (statuses.getLast() == 201);
        return statuses;
    }

    private UUID publish() {
        var event = UUID.randomUUID();
        var now = Instant.now();
        EventServiceStub.publish(
                event, WaitingRoom.eventJson(event, "FIFO", now.minusSeconds(60), now.plusSeconds(3600)));
        return event;
    }

    private static String joined(QueueClient client, UUID event, Fan fan) {
        return await().atMost(PATIENCE).until(() -> tokenOf(client, event, fan), token -> !token.isEmpty());
    }

    private static String tokenOf(QueueClient client, UUID event, Fan fan) {
        var answer = body(client.join(event, fan));
        return answer.has("queue_token") ? answer.get("queue_token").asString() : "";
    }

    /** The token of a fan whom the ticker has let in. */
    private static String entry(QueueClient client, UUID event, Fan fan) {
        var token = tokenOf(client, event, fan);
        await().atMost(PATIENCE)
                .until(() -> body(client.poll(event, token, fan.secret())).has("access_token"));
        return token;
    }

    private void figures(UUID event) {
        var scraped = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(scraped)
                .contains("boxoffice_queue_length{")
                .containsPattern("boxoffice_queue_admissions_total\\{[^}]*event_id=\"" + event + "\"[^}]*} 2")
                .contains("boxoffice_queue_abandoned_total{")
                .contains("boxoffice_queue_wait_seconds_bucket{")
                .contains("boxoffice_outbox_lag_seconds{");
    }
}
