package io.boxoffice.waitingroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueueOutboxIT extends WaitingRoom {
    private final Map<String, List<ConsumerRecord<String, String>>> heard = new HashMap<>();
    private final JsonMapper json = new JsonMapper();
    private final Fan fan = Fan.create();
    private KafkaConsumer<String, String> consumer;
    private UUID event;

    @BeforeEach
    void listen() {
        event = eventOnSale();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.kafka(),
                        "group.id",
                        "test-" + event,
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("boxoffice.queue"));
    }

    @AfterEach
    void close() {
        consumer.close();
    }

    private ConsumerRecord<String, String> told(String name) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                if (record.key().equals(event.toString())) {
                    heard.computeIfAbsent(header(record, "ce_type"), _ -> new ArrayList<>())
                            .add(record);
                }
            });
            return heard.containsKey("io.boxoffice." + name + ".v1");
        });
        return heard.get("io.boxoffice." + name + ".v1").getFirst();
    }

    private JsonNode data(ConsumerRecord<String, String> record) {
        return json.readTree(record.value());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String session(JsonNode entry) {
        try {
            return SignedJWT.parse(entry.get("access_token").asString())
                    .getJWTClaimsSet()
                    .getJWTID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAdmissionIsToldAsACloudEventThatNamesTheSessionOfItsToken() {
        var entry = client().joined(event, fan);
        letIn(event, 1);
        var admitted = client().polled(event, entry, fan);

        var record = told("EntryAdmitted");

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_source")).isEqualTo("/boxoffice/waiting-room");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_subject")).isEqualTo(entry.get("entry_id").asString());
        var data = data(record);
        assertThat(data.get("entry_id")).isEqualTo(entry.get("entry_id"));
        assertThat(data.get("user_id").asString()).isEqualTo(fan.sub().toString());
        assertThat(data.get("session_id").asString()).isEqualTo(session(admitted));
        assertThat(data.get("join_number").asLong()).isOne();
        assertThat(data(told("EntryJoined")).get("last_join_number").asLong()).isOne();
        assertThat(data(told("EntryJoined")).get("joins").asLong()).isOne();
    }

    @Test
    void aPurchaseEndsTheSessionAndIsToldOnce() {
        var entry = client().joined(event, fan);
        letIn(event, 1);
        var session = session(client().polled(event, entry, fan));
        var purchase =
                """
                {"event_id":"%s","occurred_at":"2027-01-01T00:00:00Z","hold_id":"%s","order_id":"%s","user_id":"%s",
                 "session_id":"%s","seats":[{"seat_id":"%s","section":"Floor","price":500.00}]}""".formatted(event, UUID.randomUUID(), UUID.randomUUID(), fan.sub(), session, UUID.randomUUID());

        hear(
                "boxoffice.seats",
                "SeatsPurchased",
                event,
                purchase.replace(session, UUID.randomUUID().toString()));
        hear("boxoffice.seats", "SeatsPurchased", event, purchase);
        hear("boxoffice.seats", "SeatsPurchased", event, purchase);

        var data = data(told("SessionEnded"));
        assertThat(data.get("session_id").asString()).isEqualTo(session);
        assertThat(data.get("cause").asString()).isEqualTo("purchased");
        assertThat(data.get("entry_id")).isEqualTo(entry.get("entry_id"));
        var after = client().polled(event, entry, fan);
        assertThat(after.get("state").asString()).isEqualTo("LEFT");
        assertThat(after.get("reason").asString()).isEqualTo("purchased");
    }

    @Test
    void leavingAndTakingOverAreTold() {
        var entry = client().joined(event, fan);
        letIn(event, 1);
        var phones = session(client().polled(event, entry, fan));
        var laptop = fan.on("laptop");
        var onLaptop = client().joined(event, laptop);
        client().leave(event, onLaptop, laptop).expectStatus().isNoContent();

        assertThat(data(told("SessionSuperseded")).get("session_id").asString()).isEqualTo(phones);
        var ended = data(told("SessionEnded"));
        assertThat(ended.get("cause").asString()).isEqualTo("left");
        assertThat(ended.get("session_id").asString()).isNotEqualTo(phones);
    }

    @Test
    void whatWasToldIsForgottenAfterwards() {
        client().joined(event, fan);
        letIn(event, 1);
        told("EntryAdmitted");
        told("EntryJoined");

        Awaitility.await()
                .until(() ->
                        scripts.named("outbox/take").run(event, "test", 1, 10).size() == 0);
    }
}
