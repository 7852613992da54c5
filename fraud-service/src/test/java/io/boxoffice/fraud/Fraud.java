package io.boxoffice.fraud;

import io.boxoffice.common.Ids;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.common.test.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service on real servers, one for all tests, with a clock that tests move on. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.data.redis.database=2",
            "fraud.verdicts.look-every=1h",
            "fraud.challenge.maxnumber=500"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class, Fraud.Surroundings.class})
public abstract class Fraud {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @LocalManagementPort
    protected int managementPort;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected KafkaTemplate<String, byte[]> kafka;

    @Autowired
    protected MovableClock clock;

    protected final UUID event = UUID.randomUUID();
    protected final UUID fan = UUID.randomUUID();

    /** Redis, the topics that others make, and the clock. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Instant.now());
        }

        @Bean
        DynamicPropertyRegistrar redis() {
            return registry -> {
                registry.add("spring.data.redis.host", () -> TestServers.redis().host());
                registry.add("spring.data.redis.port", () -> TestServers.redis().port());
            };
        }

        @Bean
        KafkaAdmin.NewTopics othersTopics() {
            return new KafkaAdmin.NewTopics(
                    TopicBuilder.name("boxoffice.orders").partitions(1).build(),
                    TopicBuilder.name("boxoffice.queue").partitions(1).build());
        }
    }

    protected RestTestClient http() {
        return RestTestClient.bindToServer().baseUrl(url("")).build();
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    protected ResponseSpec post(String path, String bearer, Object body) {
        return http().post()
                .uri(path)
                .header("Authorization", "Bearer " + bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected ResponseSpec asFan(String path, Object body) {
        return post(path, TestIssuer.token(fan, "FAN"), body);
    }

    protected ResponseSpec asService(String path, Object body) {
        return post(path, TestIssuer.internalToken(), body);
    }

    /** What support sees of the fan. */
    protected ResponseSpec account(UUID user) {
        return http().get()
                .uri("/internal/risk/accounts/{user}", user)
                .header("Authorization", "Bearer " + TestIssuer.internalToken())
                .exchange();
    }

    protected static JsonNode body(ResponseSpec answer) {
        return JSON.readTree(answer.expectBody().returnResult().getResponseBody());
    }

    protected static String decision(ResponseSpec answer) {
        return body(answer.expectStatus().isOk()).get("decision").asString();
    }

    protected static String code(ResponseSpec answer) {
        return body(answer).get("code").asString();
    }

    /** An assessment of an order of this fan, from this device. */
    protected ResponseSpec assess(UUID user, String device) {
        return asService(
                "/internal/risk/assessments",
                Map.of("purpose", "order", "user_id", user, "event_id", event, "device_id", device));
    }

    /** Publishes as another service does. */
    protected void hear(String topic, String name, UUID id, String data) {
        var record = new ProducerRecord<String, byte[]>(topic, event.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", id.toString());
        header(record, "ce_source", "/boxoffice/test");
        header(record, "ce_type", "io.boxoffice." + name + ".v1");
        header(record, "ce_time", clock.instant().toString());
        header(record, "ce_subject", event.toString());
        header(record, "content-type", "application/json");
        try {
            kafka.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    protected void hear(String topic, String name, String data) {
        hear(topic, name, Ids.next(), data);
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
