package io.boxoffice.event.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.event.form.Faults;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRulesTests {
    private final Faults faults = new Faults();
    private final PriceRules rules = new PriceRules(faults);

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5E+2, 500.00", "1.5, 1.50", "1.500, 1.50", "99999999.99, 99999999.99", "0E-20, 0.00"})
    void pricesAreKeptWithTwoDecimals(BigDecimal given, String kept) {
        var tiers = rules.tiers(List.of(new PricingTierForm("Floor", given)));

        assertThat(tiers.getFirst().price()).hasToString(kept);
        assertThatCode(faults::raise).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "100000000", "1E+999999999", "1E-999999999"})
    void otherPricesAreFaults(BigDecimal given) {
        rules.tiers(List.of(new PricingTierForm("Floor", given)));

        assertThatThrownBy(faults::raise).isInstanceOf(ProblemException.class);
    }

    @Test
    void feesThatNobodyNamesAreNought() {
        assertThat(rules.fees(null).perOrder()).hasToString("0.00");
        assertThat(rules.fees(FeesForm.NONE).taxIncluded()).isTrue();
    }
}
