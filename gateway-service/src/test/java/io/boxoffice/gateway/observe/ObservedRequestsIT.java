package io.boxoffice.gateway.observe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObservedRequestsIT extends GatewayTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant CREATED = Instant.parse("2026-04-01T08:00:00Z");

    private final List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
    private KafkaConsumer<String, byte[]> consumer;

    @BeforeEach
    void listen() {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.getBrokersAsString()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = List.of(new TopicPartition("boxoffice.risk", 0), new TopicPartition("boxoffice.risk", 1));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @AfterEach
    void leave() {
        consumer.close();
    }

    @Test
    void whatAFanDoesIsToldWithItsAnswer() {
        INVENTORY.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(409)));
        var fan = newId();

        send(as(fan, "POST", EVENT_PATH + "/holds")
                .header("X-Device-Id", "phone")
                .header("X-Forwarded-For", "198.51.100.7"));

        var message = toldOf(fan);
        var data = data(message);
        assertThat(message.key()).isEqualTo(EVENT_ID);
        assertThat(data.path("event_id").asString()).isEqualTo(EVENT_ID);
        assertThat(data.path("action").asString()).isEqualTo("hold");
        assertThat(data.path("status").asInt()).isEqualTo(409);
        assertThat(data.path("device_hash").asString()).isEqualTo(Hashes.of("phone"));
        assertThat(data.path("address_hash").asString()).isEqualTo(Hashes.of("198.51.100.7"));
        assertThat(data.path("account_created_at").asString()).isEqualTo(CREATED.toString());
        assertThat(header(message, "ce_type")).isEqualTo("io.boxoffice.RequestObserved.v1");
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_source")).isEqualTo("/boxoffice/gateway-service");
        assertThat(header(message, "ce_subject")).isEqualTo(fan);
        assertThat(header(message, "ce_id")).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*");
        assertThat(header(message, "ce_time"))
                .isEqualTo(data.path("occurred_at").asString());
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(header(message, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void ofAJoinTheDeviceIsToldThatTheWaitingRoomSawAndTheFanIsNot() {
        WAITING_ROOM.stubFor(post(anyUrl())
                .willReturn(aResponse().withStatus(201).withHeader("X-Device-Hash", "hash-of-the-body's")));
        var fan = newId();

        var answer = send(as(fan, "POST", EVENT_PATH + "/queue/entries").header("X-Device-Id", "another"));

        assertThat(data(toldOf(fan)).path("device_hash").asString()).isEqualTo("hash-of-the-body's");
        assertThat(answer.headers().firstValue("X-Device-Hash")).isEmpty();
    }

    @Test
    void eachOfTheseIsToldAndNothingElse() {
        var fan = newId();
        for (var path : List.of(
                EVENT_PATH + "/queue/entries",
                EVENT_PATH + "/orders",
                "/api/v1/challenges",
                "/api/v1/resale/listings",
                "/api/v1/resale/listings/" + OTHER_ID + "/purchase")) {
            send(as(fan, "POST", path));
        }
        send(as(fan, "GET", "/api/v1/orders"));
        send(request("POST", EVENT_PATH + "/holds"));
        // what comes later is told later, within one partition
        var later = newId();
        send(as(later, "POST", EVENT_PATH + "/queue/entries"));
        toldOf(later);

        await().untilAsserted(() -> {
            hear();
            assertThat(actions(fan)).containsExactlyInAnyOrder("join", "order", "listing", "purchase");
        });
        assertThat(heard).noneMatch(message -> data(message).path("status").asInt() == 401);
    }

    private HttpRequest.Builder as(String fan, String method, String path) {
        var token = ISSUER.token(fan, claims -> claims.claim("created_at", CREATED.getEpochSecond()));
        return request(method, path).header("Authorization", "Bearer " + token);
    }

    private ConsumerRecord<String, byte[]> toldOf(String fan) {
        await().until(() -> {
            hear();
            return heard.stream().anyMatch(message -> isOf(fan, message));
        });
        return heard.stream().filter(message -> isOf(fan, message)).findFirst().orElseThrow();
    }

    private List<String> actions(String fan) {
        return heard.stream()
                .filter(message -> isOf(fan, message))
                .map(message -> data(message).path("action").asString())
                .toList();
    }

    private void hear() {
        consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
    }

    private static boolean isOf(String fan, ConsumerRecord<String, byte[]> message) {
        return data(message).path("user_id").asString().equals(fan);
    }

    private static JsonNode data(ConsumerRecord<String, byte[]> message) {
        return JSON.readTree(message.value());
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
