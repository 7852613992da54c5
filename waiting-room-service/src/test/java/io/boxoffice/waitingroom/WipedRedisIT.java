package io.boxoffice.waitingroom;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.common.Ids;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.lines.PastEnds;
import io.boxoffice.waitingroom.token.QueueTokens;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** Two instances of the service lose their Redis, their PostgreSQL, or both. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.data.redis.database=3",
            "spring.kafka.consumer.group-id=wiped-redis",
            "spring.datasource.hikari.connection-timeout=1000",
            "fraud.challenge.sample-rate=0",
            "waiting-room.poll-min=1ms",
            "waiting-room.poll-default=1ms",
            "waiting-room.poll-max=1ms",
            "waiting-room.max-active=60",
            "waiting-room.admission.mode=MANUAL",
            "waiting-room.admission.rate=60000",
            "waiting-room.recovery-window=6s"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class, TestSurroundings.class})
class WipedRedisIT {
    private static final List<String> SHARED = List.of(
            "spring.data.redis.host",
            "spring.data.redis.port",
            "spring.data.redis.database",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "boxoffice.challenges.key-set-uri",
            "boxoffice.client.id",
            "boxoffice.client.secret",
            "boxoffice.services.event",
            "spring.kafka.consumer.group-id",
            "fraud.challenge.sample-rate",
            "waiting-room.poll-min",
            "waiting-room.poll-default",
            "waiting-room.poll-max",
            "waiting-room.max-active",
            "waiting-room.admission.mode",
            "waiting-room.admission.rate",
            "waiting-room.recovery-window");

    /** Dead letters of a consumer group of our own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OwnTopics {
        @Bean
        KafkaAdmin.NewTopics deadLetters() {
            return new KafkaAdmin.NewTopics(
                    TopicBuilder.name("boxoffice.catalog.wiped-redis.dlt")
                            .partitions(1)
                            .build(),
                    TopicBuilder.name("boxoffice.seats.wiped-redis.dlt")
                            .partitions(1)
                            .build());
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext first;

    @Autowired
    Environment environment;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    private ConfigurableApplicationContext second;

    @AfterEach
    void stopSecond() {
        if (second != null) {
            second.close();
        }
    }

    private QueueClient startSecond() {
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword(),
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka()));
        SHARED.forEach(name -> arguments.add("--" + name + "=" + environment.getRequiredProperty(name)));
        second = new SpringApplicationBuilder(WaitingRoomApplication.class).run(arguments.toArray(String[]::new));
        return new QueueClient(Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port")));
    }

    private UUID eventOnSale() {
        var event = UUID.randomUUID();
        var now = Instant.now();
        EventServiceStub.publish(
                event, WaitingRoom.eventJson(event, "FIFO", now.minusSeconds(60), now.plusSeconds(3600)));
        return event;
    }

    private void wipe() {
        redis.execute((RedisCallback<Boolean>) connection -> {
            connection.serverCommands().flushDb();
            return true;
        });
    }

    private String field(UUID event, String name) {
        return (String) redis.opsForHash().get("line:{" + event + "}", name);
    }

    /** Everything that happened is written down. */
    private void awaitMarks(UUID event) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var row = jdbc.sql("SELECT joins, served FROM lines WHERE event_id = ?")
                    .param(event)
                    .query()
                    .singleRow();
            assertThat(String.valueOf(row.get("joins"))).isEqualTo(field(event, "joins"));
            assertThat(String.valueOf(row.get("served"))).isEqualTo(field(event, "served"));
        });
    }

    private void bought(UUID event, Fan fan, String session) {
        var data =
                "{\"event_id\":\"%s\",\"user_id\":\"%s\",\"session_id\":\"%s\"}".formatted(event, fan.sub(), session);
        var record = new ProducerRecord<String, byte[]>(
                "boxoffice.seats", event.toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", Ids.next().toString(),
                        "ce_source", "/boxoffice/test",
                        "ce_type", "io.boxoffice.SeatsPurchased.v1",
                        "ce_time", "2027-01-01T00:00:00Z",
                        "ce_subject", event.toString())
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).join();
    }

    private static String session(JsonNode polled) {
        try {
            return SignedJWT.parse(polled.get("access_token").asString())
                    .getJWTClaimsSet()
                    .getJWTID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String admittedSession(QueueClient client, UUID event, Fan fan, JsonNode entry) {
        return session(await().atMost(Duration.ofSeconds(30))
                .until(() -> client.polled(event, entry, fan), polled -> polled.has("access_token")));
    }

    @Test
    void everybodyKeepsPlaceAndSessionAndNobodyIsLetInTwiceOrEarly() {
        var instances = List.of(new QueueClient(port), startSecond());
        var event = eventOnSale();
        var fans = IntStream.range(0, 300).mapToObj(_ -> Fan.create()).toList();
        var entries = new ArrayList<JsonNode>();
        for (int i = 0; i < 300; i++) {
            entries.add(instances.get(i % 2).joined(event, fans.get(i)));
        }
        var client = instances.getFirst();
        var sessions = new HashMap<Integer, String>();
        // 0 … 59 are in; 50 … 59 do not claim; 10 … 14 leave, 15 … 19 buy: 60 … 69 follow
        for (int i = 0; i < 50; i++) {
            sessions.put(i, admittedSession(client, event, fans.get(i), entries.get(i)));
        }
        for (int i = 10; i < 15; i++) {
            client.leave(event, entries.get(i), fans.get(i)).expectStatus().isNoContent();
            bought(event, fans.get(i + 5), sessions.get(i + 5));
        }
        for (int i = 60; i < 70; i++) {
            sessions.put(i, admittedSession(client, event, fans.get(i), entries.get(i)));
        }
        for (int i = 290; i < 295; i++) {
            client.leave(event, entries.get(i), fans.get(i)).expectStatus().isNoContent();
        }
        var laptop = fans.get(280).on("laptop");
        var onLaptop = client.joined(event, laptop);
        for (int i : new int[] {10, 14, 15, 19, 290, 294}) {
            awaitKnownOver(entries.get(i));
        }
        awaitMarks(event);
        var before = Admitted.to(event);

        wipe();
        var lost = Instant.now();
        var anew = new ConcurrentHashMap<Integer, JsonNode>();
        for (int i = 200; i < 205; i++) {
            anew.put(i, client.joined(event, fans.get(i)));
        }
        var back = new ConcurrentHashMap<Integer, JsonNode>();
        var order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, new Random(42));
        try (var threads = Executors.newFixedThreadPool(8)) {
            order.forEach(i ->
                    threads.submit(() -> back.put(i, instances.get(i % 2).polled(event, entries.get(i), fans.get(i)))));
        }
        assertThat(back).hasSize(300);

        for (int i = 0; i < 70; i++) {
            var expected = i < 10 || i >= 20 ? "ADMITTED" : "LEFT";
            assertThat(back.get(i).get("state").asString()).as("fan %s", i).isEqualTo(expected);
            if (expected.equals("ADMITTED") && sessions.containsKey(i)) {
                assertThat(session(back.get(i))).isEqualTo(sessions.get(i));
            }
        }
        assertThat(back.get(12).get("reason").asString()).isEqualTo("left");
        assertThat(back.get(17).get("reason").asString()).isEqualTo("purchased");
        assertThat(back.get(292).get("state").asString()).isEqualTo("LEFT");
        assertThat(body(client.poll(event, onLaptop.get("queue_token").asString(), laptop.secret()))
                        .get("position")
                        .isNumber())
                .isTrue();
        assertThat(client.polled(event, entries.get(280), fans.get(280))
                        .get("state")
                        .asString())
                .isEqualTo("SUPERSEDED");
        inOldOrder(client, event, fans, entries);
        anew.forEach((i, entry) -> assertThat(
                        client.polled(event, entry, fans.get(i)).get("state").asString())
                .isIn("SUPERSEDED", "QUEUED"));
        assertThat(redis.opsForZSet().size("queue:{" + event + "}")).isEqualTo(225);

        // twenty places become free: the next twenty come in, after the window
        for (int i = 20; i < 40; i++) {
            client.leave(event, entries.get(i), fans.get(i)).expectStatus().isNoContent();
        }
        var window = Instant.ofEpochMilli(Long.parseLong(field(event, "recovering")));
        assertThat(window).isAfterOrEqualTo(lost.plusSeconds(5));
        for (int i = 70; i < 90; i++) {
            admittedSession(client, event, fans.get(i), entries.get(i));
        }
        await().untilAsserted(() -> {
            var told = Admitted.to(event);
            var after = told.subList(before.size(), told.size());
            assertThat(after)
                    .extracting(Admitted::user)
                    .containsExactlyElementsOf(
                            fans.subList(70, 90).stream().map(Fan::sub).toList());
            assertThat(after).allSatisfy(one -> assertThat(one.at()).isAfterOrEqualTo(window));
            assertThat(told).extracting(Admitted::session).doesNotHaveDuplicates();
        });
    }

    private void awaitKnownOver(JsonNode entry) {
        for (var instance : List.of(first, second)) {
            var token = instance.getBean(QueueTokens.class)
                    .read(entry.get("queue_token").asString())
                    .orElseThrow();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> instance.getBean(PastEnds.class).of(token).isPresent());
        }
    }

    private static void inOldOrder(QueueClient client, UUID event, List<Fan> fans, List<JsonNode> entries) {
        long ahead = -1;
        for (int i = 70; i < 300; i++) {
            var polled = client.polled(event, entries.get(i), fans.get(i));
            if (polled.get("state").asString().equals("QUEUED")) {
                assertThat(polled.get("entry_id")).isEqualTo(entries.get(i).get("entry_id"));
                // the one on the laptop stands between 279 and 281
                assertThat(polled.get("position").asLong()).isEqualTo(i == 281 ? ahead + 2 : ahead + 1);
                ahead = polled.get("position").asLong();
            }
        }
        assertThat(ahead).isEqualTo(224);
    }

    @Test
    void withoutPostgresTheSaleGoesOnAndWithoutBothItComesBack() throws SQLException {
        var client = new QueueClient(port);
        var event = eventOnSale();
        var fan = Fan.create();
        var entry = client.joined(event, fan);
        var session = admittedSession(client, event, fan, entry);
        awaitMarks(event);

        postgres(false);
        try {
            var next = Fan.create();
            admittedSession(client, event, next, client.joined(event, next));

            wipe();
            client.join(event, Fan.create()).expectStatus().isEqualTo(503);
            client.poll(event, entry.get("queue_token").asString(), fan.secret())
                    .expectStatus()
                    .isEqualTo(503);
        } finally {
            postgres(true);
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(session(client.polled(event, entry, fan))).isEqualTo(session));
        assertThat(Long.parseLong(field(event, "joins"))).isGreaterThan(1_000_000);
    }

    /** Our database takes no connections, or does again. */
    private void postgres(boolean there) throws SQLException {
        var url = database.getJdbcUrl();
        var name = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(
                        url.substring(0, url.lastIndexOf('/')) + "/postgres",
                        database.getUsername(),
                        database.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + there);
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }
    }
}
