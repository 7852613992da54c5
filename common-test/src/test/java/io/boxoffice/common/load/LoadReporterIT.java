package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.app.SampleApplication;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.common.test.TestServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service tells its load. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:boxoffice-defaults.yaml",
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/common",
            "boxoffice.messaging.outbox=true",
            "server.port=0"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class})
class LoadReporterIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaAdmin admin;

    private void get(String path) throws Exception {
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
    }

    private void fail() throws Exception {
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders"))
                .header("Authorization", "Bearer " + TestIssuer.token(UUID.randomUUID(), "FAN"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"bug\",\"price\":1.50,\"order_lines\":[]}")));
    }

    private static void send(HttpRequest.Builder request) throws Exception {
        HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void requestsAndFailuresOfTheLastWindowAreTold() throws Exception {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestServers.kafka()), new StringDeserializer(), new StringDeserializer())) {
            var only = List.of(new TopicPartition("boxoffice.load", 0));
            consumer.assign(only);
            consumer.seekToEnd(only);
            consumer.position(only.getFirst());
            var heard = new ArrayList<ConsumerRecord<String, String>>();

            get("/open/" + UUID.randomUUID());
            fail();

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
                return heard.stream()
                                        .mapToLong(record ->
                                                read(record).get("requests").asLong())
                                        .sum()
                                >= 2
                        && heard.stream()
                                .anyMatch(record ->
                                        read(record).get("error_ratio").asDouble() > 0);
            });
            assertThat(heard).allSatisfy(LoadReporterIT::isOurs);
            assertThat(heard)
                    .anySatisfy(record ->
                            assertThat(read(record).get("p95_ms").asLong()).isPositive());
        }
    }

    private static void isOurs(ConsumerRecord<String, String> record) {
        var data = read(record);
        assertThat(data.get("service").asString()).isEqualTo("sample");
        assertThat(record.key()).isEqualTo("sample-" + data.get("instance").asString());
        assertThat(data.get("cpu").asDouble()).isBetween(0.0, 1.0);
        assertThat(data.get("pool_saturation").asDouble()).isBetween(0.0, 1.0);
        assertThat(new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("io.boxoffice.LoadReported.v1");
    }

    private static JsonNode read(ConsumerRecord<String, String> record) {
        return JSON.readTree(record.value());
    }

    @Test
    void theTopicIsSmall() {
        assertThat(admin.describeTopics("boxoffice.load").get("boxoffice.load").partitions())
                .hasSize(1);
    }
}
