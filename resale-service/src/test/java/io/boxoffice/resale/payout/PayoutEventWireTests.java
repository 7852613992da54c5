package io.boxoffice.resale.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.resale.fixture.Wire;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayoutEventWireTests {
    private static final Instant AT = Instant.parse("2027-08-16T19:00:00Z");

    static Stream<PayoutEvent> told() {
        var amount = new BigDecimal("270.00");
        var fee = new BigDecimal("30.00");
        return Stream.of(
                new PayoutEvent.PayoutDue(
                        Wire.id(1), AT, Wire.id(12), Wire.id(10), Wire.id(3), Wire.id(11), amount, fee, "EUR", AT),
                new PayoutEvent.PayoutCancelled(
                        Wire.id(1), AT, Wire.id(12), Wire.id(10), Wire.id(3), Wire.id(11), amount, fee, "EUR", AT));
    }

    @ParameterizedTest
    @MethodSource("told")
    void anEventReadsAsItsGoldenFile(PayoutEvent event) {
        assertThat(Wire.written(event))
                .isEqualToIgnoringNewLines(
                        GoldenFiles.read("resale-service", Wire.file(event)).stripTrailing());
    }
}
