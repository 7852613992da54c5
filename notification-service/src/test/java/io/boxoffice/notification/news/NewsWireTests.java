package io.boxoffice.notification.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.notification.event.PublishedEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class NewsWireTests {
    private static final UUID EVENT = id(1);
    private final MessageReader reader = new MessageReader(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build());

    @Test
    void confirmedOrdersAreReadAsPaymentTellsThem() {
        assertThat(OrderListener.news(heard("payment-service", "order-confirmed", "OrderConfirmed")))
                .contains(new OrderNews.OrderConfirmed(
                        id(2), EVENT, id(3), null, List.of(new OrderNews.Seat(id(6)), new OrderNews.Seat(id(7)))));
        assertThat(OrderListener.news(heard("payment-service", "order-confirmed-resale", "OrderConfirmed")))
                .contains(new OrderNews.OrderConfirmed(id(2), EVENT, id(3), id(8), List.of(new OrderNews.Seat(id(6)))));
    }

    @Test
    void paymentsAreReadAsPaymentTellsThem() {
        assertThat(OrderListener.news(heard("payment-service", "payment-captured", "PaymentCaptured")))
                .contains(new OrderNews.PaymentCaptured(id(2), EVENT, id(3)));
        assertThat(OrderListener.news(heard("payment-service", "capture-failed", "CaptureFailed")))
                .contains(new OrderNews.CaptureFailed(id(2)));
    }

    @Test
    void refundsAreReadAsPaymentTellsThem() {
        assertThat(OrderListener.news(heard("payment-service", "order-refunded", "OrderRefunded")))
                .contains(new OrderNews.OrderRefunded(
                        id(2),
                        EVENT,
                        id(3),
                        id(8),
                        new BigDecimal("551.50"),
                        "EUR",
                        false,
                        "refund",
                        List.of(new OrderNews.Seat(id(6)))));
    }

    @Test
    void otherNewsOfOrdersIsPassedOver() {
        assertThat(OrderListener.news(heard("payment-service", "order-placed", "OrderPlaced")))
                .isEmpty();
    }

    @Test
    void eventsAreReadAsEventServiceTellsThem() {
        var published = new PublishedEvent(
                EVENT,
                1,
                "Summer Night",
                "Arena",
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2027-08-15T19:00:00Z"),
                "PUBLISHED");
        assertThat(heard("event-service", "event-published", "EventPublished").as(PublishedEvent.class))
                .isEqualTo(published);
        assertThat(heard("event-service", "event-updated", "EventUpdated").as(PublishedEvent.class))
                .extracting(PublishedEvent::aggregateVersion)
                .isEqualTo(2L);
        assertThat(heard("event-service", "event-cancelled", "EventCancelled").as(CatalogNews.EventCancelled.class))
                .isEqualTo(new CatalogNews.EventCancelled(EVENT, 3, "The artist is ill."));
        assertThat(heard("event-service", "event-postponed", "EventPostponed").as(CatalogNews.EventPostponed.class))
                .isEqualTo(new CatalogNews.EventPostponed(EVENT, 3, Instant.parse("2027-10-15T19:00:00Z")));
    }

    @Test
    void reopenedSalesAreReadAsInventoryTellsThem() {
        assertThat(heard("inventory-service", "sale-reopened", "SaleReopened").as(SeatsListener.SaleReopened.class))
                .isEqualTo(new SeatsListener.SaleReopened(EVENT));
    }

    private Incoming heard(String producer, String file, String name) {
        var record = new ConsumerRecord<>(
                "topic",
                0,
                0,
                EVENT.toString(),
                GoldenFiles.read(producer, file).getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", id(99).toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", ("io.boxoffice." + name + ".v1").getBytes(StandardCharsets.UTF_8));
        return reader.read(record).orElseThrow();
    }

    private static UUID id(int last) {
        return UUID.fromString("0198f3a4-7c00-7000-8000-%012d".formatted(last));
    }
}
