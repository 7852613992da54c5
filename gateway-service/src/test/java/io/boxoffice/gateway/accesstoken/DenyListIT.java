package io.boxoffice.gateway.accesstoken;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.databind.json.JsonMapper;

class DenyListIT extends GatewayTest {

    private static final String DEVICE = "phone-1";
    /** So long ago that no answer is still on its way. */
    private static final Instant EARLIER = Instant.now().minus(Duration.ofMinutes(3));

    private static final DenyListProperties PROPERTIES =
            new DenyListProperties("boxoffice.queue", Duration.ofMinutes(30), Duration.ofMillis(200));

    @Autowired
    private ConsumerFactory<?, ?> consumers;

    @Autowired
    private JsonMapper json;

    @ParameterizedTest
    @CsvSource({"SessionEnded,left", "SessionEnded,purchased", "SessionSuperseded,"})
    void aSessionThatIsOverPlacesNoMoreHolds(String type, String cause) {
        var session = newId();
        assertThat(hold(session).statusCode()).isEqualTo(200);

        tell(type, """
                {"event_id":"%s","session_id":"%s","user_id":"%s","cause":"%s","new_field":1}""".formatted(EVENT_ID, session, FAN, cause), EARLIER);

        await().untilAsserted(() -> assertProblem(hold(session), 403, "access-token-revoked"));
        assertThat(send(access(session, "POST", EVENT_PATH + "/orders")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoseSessionHasJustEndedMayRepeatWhichTheServiceAnswers() {
        var session = newId();
        var earlier = newId();
        tell("SessionSuperseded", "{\"session_id\":\"" + session + "\"}", Instant.now());
        tell("SessionSuperseded", "{\"session_id\":\"" + earlier + "\"}", EARLIER);

        await().untilAsserted(() -> assertProblem(hold(earlier), 403, "access-token-revoked"));
        assertThat(hold(session).statusCode()).isEqualTo(200);
    }

    @Test
    void whatCannotBeReadIsSkipped() {
        var session = newId();
        tell("SessionEnded", "nonsense", Instant.now());
        tell("SessionEnded", "{}", Instant.now());
        tell("EntryAdmitted", "{\"session_id\":\"" + session + "\"}", Instant.now());
        var last = newId();
        tell("SessionEnded", "{\"session_id\":\"" + last + "\"}", EARLIER);

        await().untilAsserted(() -> assertProblem(hold(last), 403, "access-token-revoked"));
        assertThat(hold(session).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewInstanceHearsWhatWasSaidBeforeItStarted() {
        var recent = newId();
        var old = newId();
        tell("SessionEnded", "{\"session_id\":\"" + old + "\"}", Instant.now().minus(Duration.ofMinutes(31)));
        tell("SessionEnded", "{\"session_id\":\"" + recent + "\"}", Instant.now());
        var denyList = new DenyList();
        var feed = new DenyListFeed(
                new QueueTopic(consumers, PROPERTIES), denyList, PROPERTIES, json, InstantSource.system());

        feed.start();
        try {
            await().until(() -> denyList.endOf(recent).isPresent());
            assertThat(denyList.endOf(old)).isEmpty();
        } finally {
            feed.stop();
        }
    }

    @Test
    void aTopicThatDoesNotExistYetIsWaitedFor() {
        var properties = new DenyListProperties("later", Duration.ofMinutes(30), Duration.ofMillis(100));
        var denyList = new DenyList();
        var feed = new DenyListFeed(
                new QueueTopic(consumers, properties), denyList, properties, json, InstantSource.system());
        feed.start();
        try {
            var session = newId();
            KAFKA.addTopics("later");
            tell("later", "SessionEnded", "{\"session_id\":\"" + session + "\"}", Instant.now());

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> denyList.endOf(session).isPresent());
        } finally {
            feed.stop();
        }
    }

    private HttpResponse<String> hold(String session) {
        return send(access(session, "POST", EVENT_PATH + "/holds"));
    }

    private java.net.http.HttpRequest.Builder access(String session, String method, String path) {
        return fanRequest(method, path)
                .header("X-Access-Token", ROOM.token(EVENT_ID, FAN, DEVICE, claims -> claims.jwtID(session)))
                .header("X-Device-Id", DEVICE);
    }

    private static void tell(String type, String data, Instant when) {
        tell("boxoffice.queue", type, data, when);
    }

    private static void tell(String topic, String type, String data, Instant when) {
        var settings = Map.<String, Object>of("bootstrap.servers", KAFKA.getBrokersAsString());
        var type1 = new RecordHeader("ce_type", ("io.boxoffice." + type + ".v1").getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, null, when.toEpochMilli(), EVENT_ID, data, List.of(type1)));
        }
    }
}
