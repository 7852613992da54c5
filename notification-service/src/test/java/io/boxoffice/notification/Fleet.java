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

/** Plays the rest of the fleet: payment, inventory and event-service over HTTP and on Kafka, and the mail log. */
@TestComponent
public class Fleet {
    public static final byte[] TICKETS_PDF = "%PDF-1.7 tickets".getBytes(StandardCharsets.US_ASCII);
    public static final byte[] RECEIPT_PDF = "%PDF-1.7 receipt".getBytes(StandardCharsets.US_ASCII);

    private final WireMockServer http;
    private final KafkaTemplate<String, byte[]> kafka;

    Fleet(WireMockServer http, KafkaTemplate<String, byte[]> kafka) {
        this.http = http;
        this.kafka = kafka;
    }

    /** An order of two seats, and the event it is for. */
    public record Order(UUID orderId, UUID eventId, UUID userId, UUID firstSeat, UUID secondSeat) {
        public String cause() {
            return cause("order-confirmed");
        }

        public String cause(String kind) {
            return kind + ":" + orderId;
        }

        public String address() {
            return "fan-" + orderId + "@example.test";
        }
    }

    public static String messageId(String cause) {
        return cause.replace(':', '.') + "@boxoffice.example";
    }

    /** An order that everybody can tell about. */
    public Order order() {
        return order(UUID.randomUUID());
    }

    /** The same, of this event. */
    public Order order(UUID eventId) {
        var order = new Order(UUID.randomUUID(), eventId, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        orderIs(order, "CONFIRMED");
        contactIs(order, order.address());
        codesAre(order, "BX1.S.one.sig", "BX1.S.two.sig");
        stub("/internal/events/" + eventId + "/orders/" + order.orderId() + "/tickets.pdf", TICKETS_PDF);
        stub("/internal/orders/" + order.orderId() + "/receipt.pdf", RECEIPT_PDF);
        show(eventId, "Summer Night & Friends");
        mailLog(order.cause(), false);
        return order;
    }

    public void orderIs(Order order, String status) {
        stub("/internal/orders/" + order.orderId(), """
                {"order_id":"%s","event_id":"%s","hold_id":"%s","user_id":"%s","status":"%s","total_amount":1105.00,"currency":"EUR",
                 "items":[{"seat_id":"%s","section":"Floor","row":"A","seat_number":"1","price":500.00,"status":"ACTIVE"},
                          {"seat_id":"%s","section":"Floor","row":"A","seat_number":"2","price":500.00,"status":"ACTIVE"}],
                 "fees":[{"name":"ticket_fees","amount":105.00}],"tax":0.00,"created_at":"2027-06-03T10:00:00Z"}
                """.formatted(
                        order.orderId(),
                        order.eventId(),
                        UUID.randomUUID(),
                        order.userId(),
                        status,
                        order.firstSeat(),
                        order.secondSeat()));
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

    public void show(UUID eventId, String name) {
        stub("/internal/events/" + eventId, event(eventId, 1, name, "ON_SALE"));
    }

    public void eventServiceIsAway(UUID eventId) {
        http.stubFor(get(urlPathEqualTo("/internal/events/" + eventId))
                .willReturn(aResponse().withStatus(503)));
    }

    private static String event(UUID eventId, int version, String name, String status) {
        return """
                {"event_id":"%s","occurred_at":"2027-01-01T12:00:00Z","aggregate_version":%d,"name":"%s","venue_name":"Arena",
                 "time_zone":"Europe/Berlin","date":"2027-08-15T19:00:00Z","currency":"EUR","status":"%s"}
                """.formatted(eventId, version, name, status);
    }

    /** What the mail log answers when asked for the message of this cause. */
    public void mailLog(String cause, boolean accepted) {
        var messages =
                accepted ? "[{\"ID\":\"1\",\"MessageID\":\"%s\",\"Subject\":\"x\"}]".formatted(messageId(cause)) : "[]";
        http.stubFor(get(urlPathEqualTo("/api/v1/search"))
                .withQueryParam("query", equalTo("message-id:\"" + messageId(cause) + "\""))
                .willReturn(okJson("{\"total\":1,\"messages_count\":1,\"messages\":" + messages + "}")));
    }

    public void mailLogIsAway(String cause) {
        http.stubFor(get(urlPathEqualTo("/api/v1/search"))
                .withQueryParam("query", equalTo("message-id:\"" + messageId(cause) + "\""))
                .willReturn(aResponse().withStatus(503)));
    }

    /** Payment tells that the order is confirmed. */
    public void confirmed(Order order) {
        confirmed(order, UUID.randomUUID());
    }

    public void confirmed(Order order, UUID messageId) {
        tell("boxoffice.orders", "OrderConfirmed", order.eventId(), messageId, """
                {"event_id":"%s","occurred_at":"2027-06-03T10:00:01Z","order_id":"%s","user_id":"%s","hold_id":"%s","kind":"PRIMARY",
                 "total_amount":1105.00,"currency":"EUR","payment_intent":"pi_1","items":[{"seat_id":"%s"},{"seat_id":"%s"}]}
                """.formatted(
                        order.eventId(),
                        order.orderId(),
                        order.userId(),
                        UUID.randomUUID(),
                        order.firstSeat(),
                        order.secondSeat()));
    }

    /** Both seats of {@code sold} go to the buyer of {@code bought}. */
    public void resold(Order sold, Order bought) {
        tell("boxoffice.orders", "OrderConfirmed", bought.eventId(), UUID.randomUUID(), """
                {"event_id":"%s","occurred_at":"2027-06-03T10:00:01Z","order_id":"%s","user_id":"%s","hold_id":"%s","kind":"RESALE",
                 "seller_id":"%s","total_amount":1000.00,"currency":"EUR","payment_intent":"pi_2",
                 "items":[{"seat_id":"%s"},{"seat_id":"%s"}]}
                """.formatted(
                        bought.eventId(),
                        bought.orderId(),
                        bought.userId(),
                        UUID.randomUUID(),
                        sold.userId(),
                        sold.firstSeat(),
                        sold.secondSeat()));
    }

    public void captured(Order order) {
        tell("boxoffice.orders", "PaymentCaptured", order.eventId(), UUID.randomUUID(), """
                {"event_id":"%s","occurred_at":"2027-06-03T10:00:02Z","order_id":"%s","user_id":"%s","payment_intent":"pi_1",
                 "amount":1105.00,"currency":"EUR"}
                """.formatted(
                        order.eventId(), order.orderId(), order.userId()));
    }

    /** The first seat, or all, went back. */
    public void refunded(Order order, UUID refundId, boolean full, String cause) {
        tell("boxoffice.orders", "OrderRefunded", order.eventId(), UUID.randomUUID(), """
                {"event_id":"%s","occurred_at":"2027-06-03T10:00:03Z","order_id":"%s","user_id":"%s","refund_id":"%s",
                 "amount":551.50,"currency":"EUR","full":%s,"cause":"%s","items":[{"seat_id":"%s"}]}
                """.formatted(
                        order.eventId(), order.orderId(), order.userId(), refundId, full, cause, order.firstSeat()));
    }

    public void published(UUID eventId, String name) {
        tell("boxoffice.catalog", "EventPublished", eventId, UUID.randomUUID(), event(eventId, 1, name, "PUBLISHED"));
    }

    public void cancelled(UUID eventId) {
        tell("boxoffice.catalog", "EventCancelled", eventId, UUID.randomUUID(), """
                {"event_id":"%s","occurred_at":"2027-06-04T10:00:00Z","aggregate_version":9,"reason":"The artist is ill."}
                """.formatted(eventId));
    }

    public void postponed(UUID eventId, int version, String date) {
        tell("boxoffice.catalog", "EventPostponed", eventId, UUID.randomUUID(), """
                {"event_id":"%s","occurred_at":"2027-06-04T10:00:00Z","aggregate_version":%d,"date":"%s"}
                """.formatted(eventId, version, date));
    }

    public void reopened(UUID eventId, UUID messageId) {
        tell("boxoffice.seats", "SaleReopened", eventId, messageId, """
                {"event_id":"%s","occurred_at":"2027-06-03T12:00:00Z"}
                """.formatted(eventId));
    }

    public void tell(String topic, String name, UUID eventId, UUID messageId, String data) {
        var record = new ProducerRecord<>(topic, eventId.toString(), data.getBytes(StandardCharsets.UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", messageId.toString());
        header(record, "ce_source", "/boxoffice/test");
        header(record, "ce_type", "io.boxoffice." + name + ".v1");
        header(record, "ce_subject", eventId.toString());
        try {
            kafka.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void stub(String path, String json) {
        http.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private void stub(String path, byte[] pdf) {
        http.stubFor(get(urlPathEqualTo(path))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/pdf")
                        .withBody(pdf)));
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
