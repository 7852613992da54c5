package io.boxoffice.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.payment.ledger.Posting.Kind;
import io.boxoffice.payment.ledger.Posting.Line;
import io.boxoffice.payment.ledger.Posting.Refs;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class PostingTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Refs NOTHING = new Refs(null, null, null);

    @Test
    void anAccountHasOneLineHoweverMuchMoves() {
        var posting = Posting.of(Kind.CAPTURE, "c", "EUR", NOTHING)
                .moving(new BigDecimal("3.00"), Account.ORGANISER_PAYABLE, Account.PROVIDER_RECEIVABLE)
                .moving(new BigDecimal("2.00"), Account.FEE_REVENUE, Account.PROVIDER_RECEIVABLE);
        assertThat(posting.lines())
                .containsExactlyInAnyOrder(
                        new Line(Account.PROVIDER_RECEIVABLE, new BigDecimal("5.00")),
                        new Line(Account.ORGANISER_PAYABLE, new BigDecimal("-3.00")),
                        new Line(Account.FEE_REVENUE, new BigDecimal("-2.00")));
    }

    @Test
    void whatDoesNotBalanceIsNoPosting() {
        var line = List.of(new Line(Account.FEE_REVENUE, BigDecimal.ONE));
        assertThatThrownBy(() -> new Posting(Kind.CAPTURE, "c", "EUR", NOTHING, line))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout-due", "payout-cancelled"})
    void whatResaleServiceTellsIsUnderstood(String event) {
        var payout = JSON.readValue(GoldenFiles.read("resale-service", event), Payout.class);
        assertThat(payout.amount()).isPositive();
        assertThat(payout.platformFee()).isNotNegative();
        assertThat(payout.currency()).isEqualTo("EUR");
        assertThat(payout.payoutId()).isNotNull();
    }
}
