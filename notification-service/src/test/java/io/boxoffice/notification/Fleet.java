package io.boxoffice.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.core.KafkaTemplate;

/** Plays the rest of the fleet: payment, inventory and event-service over HTTP, payment on Kafka, and the mail log. */
@TestComponent
public class Fleet {
    private final WireMockServer http;
    private final KafkaTemplate<String, byte[]> kafka;

    Fleet(WireMockServer http, KafkaTemplate<String, byte[]> kafka) {
        this.http = http;
        this.kafka = kafka;
    }

    /** An order of two seats, and the event it is for. */
    public record Order(UUID orderId, UUID eventId) {
        public String cause() {
            return "order-confirmed:" + orderId;
        }

        public String messageId() {
            return "order-confirmed." + orderId + "@boxoffice.example";
        }

        public String address() {
            return "fan-" + orderId + "@example.test";
        }
    }

    /** An order that everybody can tell about. */
    public Order order() {
        var order = new Order(UUID.randomUUID(), UUID.randomUUID());
        orderIs(order, "CONFIRMED");
        contactIs(order, order.address());
        codesAre(order, "BX1.S.one.sig", "BX1.S.two.sig");
        show(order, "Summer Night & Friends");
        mailLog(order, false);
        return order;
    }

    public void orderIs(Order order, String status) {
        stub("/internal/orders/" + order.orderId(), """
                {"order_id":"%s","event_id":"%s","hold_id":"%s","user_id":"%s","status":"%s","total_amount":1105.00,"currency":"EUR",
                 "items":[{"seat_id":"%s","section":"Floor","row":"A","seat_number":"1","price":500.00,"status":"ACTIVE"},
                          {"seat_id":"%s","section":"Floor","row":"A","seat_number":"2","price":500.00,"status":"ACTIVE"}],
                 "fees":[{"name":"ticket_fees","amount":105.00}],"created_at":"2027-06-03T10:00:00Z"}
                """.formatted(
                        order.orderId(),
                        order.eventId(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        status,
                        UUID.randomUUID(),
                        UUID.randomUUID()));
    }

    public void contactIs(Order order, String address) {
        stub(
                "/internal/orders/" + order.orderId() + "/contact",
                "{\"order_id\":\"%s\",\"email\":\"%s\",\"locale\":\"en\"}".formatted(order.orderId(), address));
    }

    public void codesAre(Order order, String first, String second) {
        stub("/internal/events/" + order.eventId() + "/orders/" + order.orderId() + "/codes", """
                {"items":[{"ticket_id":"%s","section":"Floor","row":"A","seat_number":"1","code":"%s"},
                          {"ticket_id":"%s","section":"Floor","row":"A","seat_number":"2","code":"%s"}]}
                """.formatted(
                        UUID.randomUUID(), first, UUID.randomUUID(), second));
    }

    public void noCodes(Order order) {
        stub("/internal/events/" + order.eventId() + "/orders/" + order.orderId() + "/codes", "{\"items\":[]}");
    }

    public void paymentIsAway(Order order) {
        http.stubFor(get(urlPathEqualTo("/internal/orders/" + order.orderId()))
                .willReturn(aResponse().withStatus(503)));
    }

    /** What the mail log answers when asked for this order's message. */
    public void mailLog(Order order, boolean accepted) {
        var messages = accepted
                ? "[{\"ID\":\"1\",\"MessageID\":\"%s\",\"Subject\":\"x\"}]".formatted(order.messageId())
                : "[]";
        http.stubFor(get(urlPathEqualTo("/api/v1/search"))
                .withQueryParam("query", equalTo("message-id:\"" + order.messageId() + "\""))
                .willReturn(okJson("{\"total\":1,\"messages_count\":1,\"messages\":" + messages + "}")));
    }

    public void mailLogIsAway(Order order) {
        http.stubFor(get(urlPathEqualTo("/api/v1/search"))
                .withQueryParam("query", equalTo("message-id:\"" + order.messageId() + "\""))
                .willReturn(aResponse().withStatus(503)));
    }

    /** Payment tells that the order is confirmed. */
    public void confirmed(Order order) {
        confirmed(order, UUID.randomUUID());
    }

    public void confirmed(Order order, UUID messageId) {
        tell("OrderConfirmed", order, messageId, """
                {"event_id":"%s","occurred_at":"2027-06-03T10:00:01Z","order_id":"%s","user_id":"%s","hold_id":"%s",
                 "total_amount":1105.00,"currency":"EUR","payment_intent":"pi_1","items":[]}
                """.formatted(
                        order.eventId(), order.orderId(), UUID.randomUUID(), UUID.randomUUID()));
    }

    public void tell(String name, Order order, UUID messageId, String data) {
        var record = new ProducerRecord<>(
                "boxoffice.orders", order.eventId().toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", messageId.toString());
        header(record, "ce_source", "/boxoffice/payment");
        header(record, "ce_type", "io.boxoffice." + name + ".v1");
        header(record, "ce_subject", order.orderId().toString());
        try {
            kafka.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(Order order, String name) {
        stub("/internal/events/" + order.eventId(), """
                {"event_id":"%s","name":"%s","venue_name":"Arena","time_zone":"Europe/Berlin","date":"2027-08-15T19:00:00Z","currency":"EUR"}
                """.formatted(order.eventId(), name));
    }

    private void stub(String path, String json) {
        http.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
