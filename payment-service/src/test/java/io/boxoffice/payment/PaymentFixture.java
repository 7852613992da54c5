package io.boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.Ids;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.remote.BankDouble;
import io.boxoffice.payment.remote.CatalogDouble;
import io.boxoffice.payment.remote.FraudDouble;
import io.boxoffice.payment.remote.InventoryDouble;
import io.boxoffice.payment.remote.ResaleDouble;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One running payment-service with real servers, and the other parties beside it. Timers are short, the reconciler busy. */
@SpringBootTest(
        classes = PaymentApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.structured.format.console=",
            "payment.reconcile-every=200ms",
            "payment.answer-within=4s",
            "payment.capture-after=1s",
            "payment.provider.timeout=400ms",
            "payment.provider.secret-key=sk_test_secret",
            "payment.provider.publishable-key=pk_test_public",
            "payment.provider.webhook-secret=whsec_old,whsec_new",
            "payment.inventory.timeout=400ms",
            "payment.resale.timeout=400ms",
            "payment.risk.timeout=2s",
            "idempotency.takeover-after=30s"
        })
@Import({
    PostgresConnection.class,
    KafkaConnection.class,
    IssuerConnection.class,
    PaymentFixture.Parties.class,
    Heard.class
})
public abstract class PaymentFixture {
    protected static final BankDouble bank = new BankDouble();
    protected static final InventoryDouble inventory = new InventoryDouble();
    protected static final ResaleDouble resale = new ResaleDouble();
    protected static final FraudDouble fraud = new FraudDouble();
    protected static final CatalogDouble catalog = new CatalogDouble();
    protected static final String TOTAL = "1105.00";

    @TestConfiguration(proxyBeanMethods = false)
    static class Parties {
        @Bean
        KafkaAdmin.NewTopics othersTopics() {
            return new KafkaAdmin.NewTopics(
                    new NewTopic("boxoffice.catalog", 3, (short) 1),
                    new NewTopic("boxoffice.queue", 3, (short) 1),
                    new NewTopic("boxoffice.resale", 3, (short) 1),
                    new NewTopic("boxoffice.risk", 3, (short) 1));
        }

        @Bean
        DynamicPropertyRegistrar addresses() {
            return registry -> {
                registry.add("payment.provider.base-url", bank::url);
                registry.add("boxoffice.services.inventory", inventory::url);
                registry.add("boxoffice.services.resale", resale::url);
                registry.add("boxoffice.services.fraud", fraud::url);
                registry.add("boxoffice.services.event", catalog::url);
            };
        }
    }

    /** An answer of the API. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {
        public String code() {
            return body.path("code").asString("");
        }

        public UUID orderId() {
            return UUID.fromString(body.get("order_id").asString());
        }
    }

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected Heard heard;

    @Autowired
    private KafkaTemplate<String, byte[]> kafka;

    @Autowired
    private JsonMapper json;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @LocalServerPort
    private int port;

    @BeforeEach
    protected void allIsWell() {
        bank.healthy();
        inventory.healthy();
        resale.healthy();
        fraud.healthy();
        catalog.healthy();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** A fan at an event without a queue, holding two seats of 500.00. */
    protected Buyer buyer() {
        return buyer(catalog.published("EUR", "OFF"));
    }

    protected Buyer buyer(UUID eventId) {
        var sub = UUID.randomUUID();
        return new Buyer(eventId, sub, inventory.held(eventId, sub, null, "500.00", "500.00"));
    }

    /** Who buys what. */
    protected final class Buyer {
        public final UUID eventId;
        public final UUID sub;
        public final InventoryDouble.Hold hold;
        private final String token;

        public Buyer(UUID eventId, UUID sub, InventoryDouble.Hold hold) {
            this.eventId = eventId;
            this.sub = sub;
            this.hold = hold;
            this.token = TestIssuer.token(sub, "FAN");
        }

        public Answer orders(String method) {
            return orders(method, TOTAL, UUID.randomUUID().toString());
        }

        public Answer orders(String method, String expected, String key) {
            return posts("""
                    {"hold_id":"%s","payment_method":"%s","expected_total":%s}""".formatted(hold.id, method, expected), Map.of("Idempotency-Key", key));
        }

        public Answer posts(String body, Map<String, String> headers) {
            return call(HttpMethod.POST, "/api/v1/events/" + eventId + "/orders", token, headers, body);
        }

        public Answer gets(String path) {
            return call(HttpMethod.GET, path, token, Map.of(), null);
        }

        public Answer gets(String path, Map<String, String> headers) {
            return call(HttpMethod.GET, path, token, headers, null);
        }

        public String accessToken(UUID session, Instant expires) {
            return TestIssuer.accessToken(eventId, sub, "phone", session, expires);
        }
    }

    protected Answer call(HttpMethod method, String path, String token, Map<String, String> headers, String body) {
        var request = RestClient.create("http://localhost:" + port)
                .method(method)
                .uri(path)
                .headers(all -> {
                    headers.forEach(all::set);
                    if (token != null) {
                        all.setBearerAuth(token);
                    }
                });
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> {
            byte[] bytes = response.getBody().readAllBytes();
            return new Answer(
                    response.getStatusCode().value(),
                    response.getHeaders(),
                    json.readTree(bytes.length == 0 ? "{}".getBytes() : bytes));
        });
    }

    /** A document, as this token's owner gets it. */
    protected byte[] pdf(String path, String token) {
        return RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .body(byte[].class);
    }

    /** Tells what another service would. */
    protected void tell(String topic, String name, String data) {
        var record = new ProducerRecord<>(topic, newId().toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        newId().toString(),
                        "ce_source",
                        "/boxoffice/test",
                        "ce_type",
                        "io.boxoffice." + name + ".v1")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).join();
    }

    protected String status(UUID orderId) {
        return jdbc.sql("SELECT status FROM orders WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .single();
    }

    protected List<String> history(UUID orderId) {
        return jdbc.sql("SELECT step FROM order_history WHERE order_id = ? ORDER BY id")
                .param(orderId)
                .query(String.class)
                .list();
    }

    /** Waits until nothing is left to do for an order, and checks that money and seats agree. */
    protected void settles(UUID orderId, InventoryDouble.Hold hold, String as) {
        settles(orderId, as, () -> inventory.isSoldTo(hold, orderId));
    }

    /** The same of an order of listed tickets. */
    protected void settles(UUID orderId, ResaleDouble.Listing listing, String as) {
        settles(orderId, as, () -> listing.isSoldTo(orderId) && !inventory.isRevoked(orderId));
    }

    private void settles(UUID orderId, String as, BooleanSupplier seatsAreSold) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(jdbc.sql("SELECT step FROM orders WHERE order_id = ?")
                            .param(orderId)
                            .query(String.class)
                            .single())
                    .isEqualTo("ENDED");
        });
        assertThat(status(orderId)).isEqualTo(as);
        assertThat(history(orderId)).doesNotHaveDuplicates();
        var intents = bank.intentsOf(orderId);
        assertThat(intents).hasSizeLessThanOrEqualTo(1);
        boolean sold = seatsAreSold.getAsBoolean();
        assertThat(sold).isEqualTo(as.equals("CAPTURED"));
        intents.forEach(intent -> {
            assertThat(intent.captured).isEqualTo(sold ? intent.amount : 0);
            assertThat(intent.authorizations).isLessThanOrEqualTo(1);
            assertThat(intent.status).isNotIn("requires_capture", "requires_confirmation", "requires_action");
        });
        assertThat(sold && intents.isEmpty()).isFalse();
    }

    protected static UUID newId() {
        return Ids.next();
    }
}
