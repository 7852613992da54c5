package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.payment.refund.RefundEvent.OrderRefunded;
import io.boxoffice.payment.refund.RefundEvent.RefundFailed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class RefundEventWireTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static Stream<RefundEvent> told() {
        var at = Instant.parse("2027-06-03T10:00:42Z");
        var amount = new BigDecimal("551.50");
        return Stream.of(
                new OrderRefunded(
                        id(1),
                        at,
                        id(2),
                        id(3),
                        id(8),
                        amount,
                        "EUR",
                        false,
                        RefundCause.REFUND,
                        List.of(new RefundEvent.Item(id(6)))),
                new RefundFailed(id(1), at, id(2), id(3), id(8), amount, "EUR", RefundCause.REFUND));
    }

    @ParameterizedTest
    @MethodSource("told")
    void anEventReadsAsItsGoldenFile(RefundEvent event) {
        var file = event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase();
        assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event))
                .isEqualToIgnoringNewLines(
                        GoldenFiles.read("payment-service", file).stripTrailing());
    }

    private static UUID id(int number) {
        return UUID.fromString("0198f3a4-7c00-7000-8000-00000000000" + number);
    }
}
