package io.boxoffice.resale;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.boxoffice.common.Ids;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.resale.fixture.Heard;
import io.boxoffice.resale.fixture.InventoryDouble;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
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

/** One running resale-service with real servers, and the other parties beside it. The sweeps are busy. */
@SpringBootTest(
        classes = ResaleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "logging.structured.format.console=",
            "resale.reconcile-every=100ms",
            "resale.sweep-every=100ms",
            "resale.payment.timeout=2s"
        })
@Import({
    PostgresConnection.class,
    KafkaConnection.class,
    IssuerConnection.class,
    ResaleFixture.Parties.class,
    Heard.class
})
public abstract class ResaleFixture {
    protected static final InventoryDouble inventory = new InventoryDouble();
    protected static final WireMockServer catalog = started();
    protected static final WireMockServer payment = started();
    protected static final String LISTINGS = "/api/v1/resale/listings";

    private static WireMockServer started() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Parties {
        @Bean
        KafkaAdmin.NewTopics othersTopics() {
            return new KafkaAdmin.NewTopics(
                    new NewTopic("boxoffice.catalog", 3, (short) 1), new NewTopic("boxoffice.tickets", 3, (short) 1));
        }

        @Bean
        DynamicPropertyRegistrar addresses() {
            return registry -> {
                registry.add("boxoffice.services.inventory", inventory::url);
                registry.add("boxoffice.services.payment", payment::baseUrl);
                registry.add("boxoffice.services.event", catalog::baseUrl);
            };
        }
    }

    /** An answer of the API. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {
        public String code() {
            return body.path("code").asString("");
        }

        public String text(String field) {
            return body.path(field).asString("");
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

    @LocalManagementPort
    protected int managementPort;

    @BeforeEach
    protected void allIsWell() {
        inventory.healthy();
        payment.resetAll();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** Resale up to what was paid, 10 % + 1.50 a ticket, payouts after the event, in a month. */
    protected UUID event() {
        return event(true, "AFTER_EVENT");
    }

    protected UUID event(boolean resale, String payout) {
        var id = Ids.next();
        catalog.stubFor(get("/internal/events/" + id)
                .willReturn(okJson(published(id, 1, Instant.now().plus(Duration.ofDays(30)), resale, payout))));
        return id;
    }

    /** What event-service says of an event. */
    protected static String published(UUID id, int version, Instant date, boolean resale, String payout) {
        return """
                {"event_id":"%s","aggregate_version":%d,"name":"Concert","currency":"EUR","date":"%s","ticket_limit":4,
                "status":"ON_SALE","fees":{"per_ticket_percent":10,"per_ticket_fixed":1.50,"per_order":2.00},
                "resale_policy":{"enabled":%s,"max_price_percent":100,"payout":"%s"}}""".formatted(id, version, date, resale, payout);
    }

    protected Fan fan() {
        return new Fan();
    }

    /** Somebody with a token. */
    protected final class Fan {
        public final UUID sub = UUID.randomUUID();
        public final String token = TestIssuer.token(sub, "FAN");

        public InventoryDouble.Ticket owns(UUID event, String price) {
            return inventory.ticket(event, sub, price);
        }

        public Answer lists(UUID event, String price, InventoryDouble.Ticket... tickets) {
            return lists(UUID.randomUUID().toString(), event, price, tickets);
        }

        public Answer lists(String key, UUID event, String price, InventoryDouble.Ticket... tickets) {
            var ids = Arrays.stream(tickets)
                    .map(ticket -> "\"" + ticket.id + "\"")
                    .collect(Collectors.joining(","));
            return posts(
                    LISTINGS,
                    key,
                    "{\"event_id\":\"%s\",\"ticket_ids\":[%s],\"price_each\":%s}".formatted(event, ids, price));
        }

        /** A listing of tickets of 100.00, for 90.00 each. */
        public String offers(UUID event, InventoryDouble.Ticket... tickets) {
            return lists(event, "90.00", tickets).text("listing_id");
        }

        public Answer buys(String listing, String key) {
            return posts(
                    LISTINGS + "/" + listing + "/purchase",
                    key,
                    "{\"payment_method\":\"pm_card_visa\",\"expected_total\":101.00}");
        }

        public Answer posts(String path, String key, String body) {
            return call(HttpMethod.POST, path, token, key == null ? Map.of() : Map.of("Idempotency-Key", key), body);
        }

        public Answer gets(String path) {
            return call(HttpMethod.GET, path, token, Map.of(), null);
        }

        public Answer deletes(String listing) {
            return call(HttpMethod.DELETE, LISTINGS + "/" + listing, token, Map.of(), null);
        }
    }

    protected Answer checkout(String listing, UUID order, UUID buyer) {
        return internal(listing, "checkout", "{\"order_id\":\"%s\",\"user_id\":\"%s\"}".formatted(order, buyer));
    }

    protected Answer confirm(String listing, UUID order, long fence, UUID buyer) {
        return internal(
                listing,
                "confirm",
                "{\"order_id\":\"%s\",\"fence\":%d,\"user_id\":\"%s\"}".formatted(order, fence, buyer));
    }

    protected Answer abandon(String listing, UUID order, long fence) {
        return internal(
                listing,
                "abandon",
                "{\"order_id\":\"%s\",\"fence\":%d,\"outcome\":\"RETURN\",\"cause\":\"payment-declined\"}"
                        .formatted(order, fence));
    }

    protected Answer internal(String listing, String what, String body) {
        return call(
                HttpMethod.POST,
                "/internal/listings/" + listing + "/" + what,
                TestIssuer.internalToken(),
                Map.of(),
                body);
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

    /** Tells what another service would. */
    protected void tell(String topic, UUID event, String name, String data) {
        var record = new ProducerRecord<>(topic, event.toString(), data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        Ids.next().toString(),
                        "ce_source",
                        "/boxoffice/test",
                        "ce_type",
                        "io.boxoffice." + name + ".v1")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(StandardCharsets.UTF_8)));
        kafka.send(record).join();
    }

    protected String status(String listing) {
        return jdbc.sql("SELECT status FROM listings WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .query(String.class)
                .single();
    }

    protected String pending(String listing) {
        return jdbc.sql("SELECT coalesce(pending, '') FROM listings WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .query(String.class)
                .single();
    }
}
