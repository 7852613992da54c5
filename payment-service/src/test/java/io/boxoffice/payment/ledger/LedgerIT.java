package io.boxoffice.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.refund.RefundFixture;
import io.boxoffice.payment.remote.Fault;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class LedgerIT extends RefundFixture {

    @Test
    void aChargeIsSplitIntoWhatIsWhose() {
        var sale = new Sale();
        assertThat(booked(sale.orderId, "PROVIDER_RECEIVABLE")).isEqualByComparingTo("1105.00");
        assertThat(booked(sale.orderId, "TAX_PAYABLE")).isEqualByComparingTo("-176.43");
        assertThat(booked(sale.orderId, "FEE_REVENUE")).isEqualByComparingTo("-88.24");
        assertThat(booked(sale.orderId, "ORGANISER_PAYABLE")).isEqualByComparingTo("-840.33");
    }

    @Test
    void whatWasNeverTakenIsNotBooked() {
        var buyer = buyer();
        inventory.failing("confirm", Fault.ERROR_BEFORE, 2);
        var orderId = buyer.orders("pm_card_visa").orderId();
        bank.refuseCapture(orderId);
        settles(orderId, buyer.hold, "CAPTURE_FAILED");
        assertThat(booked(orderId, "PROVIDER_RECEIVABLE")).isEqualByComparingTo("0");
        assertThat(jdbc.sql("SELECT DISTINCT status FROM order_items WHERE order_id = ?")
                        .param(orderId)
                        .query(String.class)
                        .list())
                .containsExactly("VOID");
    }

    @Test
    void aPayoutIsBookedOnceAndTakenBackOnce() {
        var orderId = UUID.randomUUID();
        var payout = payout(orderId);
        tell("boxoffice.resale", "PayoutCancelled", payout(orderId));
        for (int i = 0; i < 2; i++) {
            tell("boxoffice.resale", "PayoutDue", payout);
        }
        await().untilAsserted(() -> {
            assertThat(booked(orderId, "SELLER_PAYABLE")).isEqualByComparingTo("300.00");
            assertThat(booked(orderId, "PAYOUTS_DUE")).isEqualByComparingTo("-270.00");
            assertThat(booked(orderId, "PLATFORM_FEE_REVENUE")).isEqualByComparingTo("-30.00");
        });
        for (int i = 0; i < 2; i++) {
            tell("boxoffice.resale", "PayoutCancelled", payout);
        }
        await().untilAsserted(() -> {
            assertThat(booked(orderId, "SELLER_PAYABLE")).isEqualByComparingTo("0");
            assertThat(booked(orderId, "PAYOUTS_DUE")).isEqualByComparingTo("0");
        });
    }

    @Test
    void allSumsAreZeroAndAccountsAreTold() {
        var sale = new Sale();
        sale.refund(ALL);
        var sums = internal("/internal/ledger/balance");
        assertThat(sums.body().get("currencies"))
                .isNotEmpty()
                .allSatisfy(currency ->
                        assertThat(currency.get("balance").decimalValue()).isEqualByComparingTo("0"));
        assertThat(sums.body().get("accounts"))
                .anySatisfy(
                        account -> assertThat(account.get("account").asString()).isEqualTo("PROVIDER_RECEIVABLE"));
        assertThat(sale.buyer.gets("/internal/ledger/balance").status()).isEqualTo(403);
    }

    @Test
    void theProvidersBooksAreComparedWithOurs() {
        var agreed = new Sale();
        agreed.refund(ALL);
        refundsEnd(agreed.orderId);
        var differs = new Sale();
        bank.refunded(differs.orderId, UUID.randomUUID(), 500);
        var report = internal("/internal/ledger/reconciliation").body();
        var orders = StreamSupport.stream(report.get("differences").spliterator(), false)
                .map(difference -> difference.get("order_id").asString())
                .toList();
        assertThat(orders).contains(differs.orderId.toString()).doesNotContain(agreed.orderId.toString());
        assertThat(report.get("checked").asInt()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger_entries SET debit = debit + 1",
                "DELETE FROM ledger_entries",
                "TRUNCATE ledger_entries",
                "INSERT INTO ledger_entries (transaction_id, kind, cause, account, debit, credit, currency)"
                        + " VALUES (gen_random_uuid(), 'CAPTURE', 'half', 'FEE_REVENUE', 1, 0, 'EUR')"
            })
    void nobodyRewritesItOrPostsHalves(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .message()
                .containsAnyOf("further entries only", "does not balance");
    }

    private Answer internal(String path) {
        return call(HttpMethod.GET, path, TestIssuer.internalToken(), Map.of(), null);
    }

    private static String payout(UUID orderId) {
        return """
                {"event_id":"%s","payout_id":"%s","listing_id":"%s","seller_id":"%s","order_id":"%s","amount":270.00,
                 "platform_fee":30.00,"currency":"EUR","occurred_at":"2027-01-01T12:00:00Z","due_at":"2027-01-01T12:00:00Z"}
                """.formatted(newId(), newId(), newId(), newId(), orderId);
    }
}
