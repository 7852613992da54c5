package io.boxoffice.fraud.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.Ids;
import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.test.GoldenFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class SignalWireTests {
    private static final MessageReader READER = new MessageReader(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build());

    private static Incoming golden(String service, String name) {
        var data = GoldenFiles.read(service, name).getBytes(StandardCharsets.UTF_8);
        var record = new ConsumerRecord<>("topic", 0, 0, "key", data);
        record.headers().add("ce_type", "io.boxoffice.Something.v1".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", Ids.next().toString().getBytes(StandardCharsets.UTF_8));
        return READER.read(record).orElseThrow();
    }

    @Test
    void weReadWhatTheGatewayObserved() {
        var request = golden("gateway-service", "request-observed").as(RequestObserved.class);
        assertThat(request.userId()).isEqualTo(UUID.fromString("8f14e45f-ceea-567f-9a3b-0a1b2c3d4e5f"));
        assertThat(request.action()).isEqualTo("hold");
        assertThat(request.eventId()).isNotNull();
        assertThat(request.deviceHash()).isNotBlank();
        assertThat(request.addressHash()).isNotBlank();
        assertThat(request.accountCreatedAt()).isEqualTo(Instant.parse("2026-04-01T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-placed", "order-declined", "order-confirmed"})
    void weReadPaymentsOrders(String name) {
        var order = golden("payment-service", name).as(OrderMoved.class);
        assertThat(order.userId()).isEqualTo(UUID.fromString("0198f3a4-7c00-7000-8000-000000000003"));
        assertThat(order.eventId()).isEqualTo(UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"));
        assertThat(order.occurredAt()).isEqualTo(Instant.parse("2027-06-03T10:00:42Z"));
    }

    @Test
    void weReadTheWaitingRoomsAdmissions() {
        var admitted = golden("waiting-room-service", "entry-admitted").as(EntryAdmitted.class);
        assertThat(admitted.userId()).isEqualTo(UUID.fromString("8f14e45f-ceea-567f-9a3b-0a1b2c3d4e5f"));
    }
}
