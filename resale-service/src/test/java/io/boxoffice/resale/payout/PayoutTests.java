package io.boxoffice.resale.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutTests {

    @ParameterizedTest
    @CsvSource({"300.00, 10, 30.00", "0.05, 10, 0.01", "0.04, 10, 0.00", "99.99, 12.5, 12.50", "300.00, 0, 0.00"})
    void thePlatformsShareRoundsHalfUp(BigDecimal total, BigDecimal percent, BigDecimal fee) {
        assertThat(Payout.fee(total, percent)).isEqualTo(fee);
    }
}
