package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.remote.Fault;
import io.boxoffice.payment.remote.SoldTickets.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls go wrong before and after their effect; money goes back once, or not at all and the tickets are valid again. */
class RefundFlowIT extends RefundFixture {

    @ParameterizedTest
    @CsvSource({
        "refund-lock, ERROR_BEFORE",
        "refund-lock, TIMEOUT_AFTER",
        "refund-revoke, RESET_BEFORE",
        "refund-revoke, ERROR_AFTER",
        "refund-free, ERROR_BEFORE",
        "refund-free, TIMEOUT_AFTER"
    })
    void inventoryMayNotAnswer(String operation, Fault fault) {
        var sale = new Sale();
        inventory.failing(operation, fault, 3);
        assertThat(sale.refund(ALL).status()).isEqualTo(202);
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(sale.intent().refunds).hasSize(1);
        agree(sale);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ERROR_BEFORE", "ERROR_AFTER", "TIMEOUT_BEFORE", "TIMEOUT_AFTER", "RESET_BEFORE", "RESET_AFTER"})
    void theProviderMayNotAnswer(Fault fault) {
        var sale = new Sale();
        bank.failing("refund", fault, 3);
        assertThat(sale.refund(ALL).status()).isEqualTo(202);
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(sale.intent().refunds).hasSize(1);
        agree(sale);
        await().untilAsserted(() -> assertThat(heard.of(sale.orderId)).containsOnlyOnce("OrderRefunded"));
    }

    @Test
    void anUnknownAnswerIsLookedUpBeforeItIsAskedForAgain() {
        var sale = new Sale();
        bank.failing("refund", Fault.ERROR_AFTER, 1);
        assertThat(sale.refund(ALL).body().get("status").asString()).isEqualTo("SUCCEEDED");
        var refund = sale.intent().refunds.getFirst().get("id").toString().substring("re_".length());
        assertThat(bank.keys).filteredOn(refund::equals).hasSize(1);
    }

    @Test
    void afterARefusalTheTicketsAreValidAgainAndSupportMayTryLater() {
        var sale = new Sale();
        bank.refuseRefunds(sale.orderId, true);
        inventory.failing("refund-restore", Fault.ERROR_AFTER, 2);
        var answer = sale.refund(ALL, "a-key");
        assertThat(answer.status()).isEqualTo(202);
        refundsEnd(sale.orderId);
        var refund = sale.buyer.gets(answer.headers().getFirst("Location")).body();
        assertThat(refund.get("status").asString()).isEqualTo("FAILED");
        assertThat(refund.get("failure").asString()).isEqualTo("charge_disputed");
        assertThat(status(sale.orderId)).isEqualTo("CAPTURED");
        assertThat(sale.ticket(0)).isEqualTo(State.VALID);
        assertThat(sale.item(0)).isEqualTo("ACTIVE");
        agree(sale);
        await().untilAsserted(() -> assertThat(heard.of(sale.orderId)).endsWith("PaymentCaptured", "RefundFailed"));

        bank.refuseRefunds(sale.orderId, false);
        assertThat(sale.refund(ALL).body().get("status").asString()).isEqualTo("SUCCEEDED");
        refundsEnd(sale.orderId);
        agree(sale);
    }
}
