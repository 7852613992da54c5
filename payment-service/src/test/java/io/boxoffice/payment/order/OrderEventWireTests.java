package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.payment.pricing.Seat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class OrderEventWireTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final Instant AT = Instant.parse("2027-06-03T10:00:42Z");
    private static final UUID EVENT = id(1);
    private static final UUID ORDER = id(2);
    private static final UUID USER = id(3);
    private static final UUID HOLD = id(4);
    private static final String INTENT = "pi_3Q0000000000000000000000";

    static Stream<OrderEvent> told() {
        var seat = new Seat(id(6), "Floor", "A", "1", new BigDecimal("500.00"));
        var next = new Seat(id(7), "Floor", "A", "2", new BigDecimal("500.00"));
        var total = new BigDecimal("1105.00");
        return Stream.of(
                new OrderEvent.OrderPlaced(EVENT, AT, ORDER, USER, HOLD, OrderKind.PRIMARY, "EUR"),
                new OrderEvent.OrderConfirmed(
                        EVENT,
                        AT,
                        ORDER,
                        USER,
                        HOLD,
                        OrderKind.PRIMARY,
                        null,
                        id(5),
                        total,
                        "EUR",
                        INTENT,
                        List.of(seat, next)),
                new OrderEvent.OrderDeclined(EVENT, AT, ORDER, USER, HOLD, "insufficient_funds", 1, true),
                new OrderEvent.OrderExpired(EVENT, AT, ORDER, USER, HOLD, "payment-expired"),
                new OrderEvent.OrderVoided(EVENT, AT, ORDER, USER, HOLD, "fence-lost"),
                new OrderEvent.PaymentCaptured(EVENT, AT, ORDER, USER, INTENT, total, "EUR"),
                new OrderEvent.CaptureFailed(EVENT, AT, ORDER, USER, INTENT),
                new OrderEvent.OrderStuck(EVENT, AT, ORDER, USER, INTENT));
    }

    @ParameterizedTest
    @MethodSource("told")
    void anEventReadsAsItsGoldenFile(OrderEvent event) {
        var file = event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase();
        reads(event, file);
    }

    @Test
    void aResaleNamesItsSeller() {
        var seat = new Seat(id(6), "Floor", "A", "1", new BigDecimal("150.00"));
        var event = new OrderEvent.OrderConfirmed(
                EVENT,
                AT,
                ORDER,
                USER,
                HOLD,
                OrderKind.RESALE,
                id(8),
                null,
                seat.price(),
                "EUR",
                INTENT,
                List.of(seat));
        reads(event, "order-confirmed-resale");
    }

    private static void reads(OrderEvent event, String file) {
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event))
                .isEqualToIgnoringNewLines(
                        GoldenFiles.read("payment-service", file).stripTrailing());
    }

    private static UUID id(int number) {
        return UUID.fromString("0198f3a4-7c00-7000-8000-00000000000" + number);
    }
}
