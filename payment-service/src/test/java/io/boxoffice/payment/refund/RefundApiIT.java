package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.remote.SoldTickets.State;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class RefundApiIT extends RefundFixture {
    private static Sale any;

    @Test
    void supportGivesAWholeOrderBack() {
        var sale = new Sale();
        var answer = sale.refund(ALL);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body().get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(answer.body().get("amount").toString()).isEqualTo("1105.00");
        assertThat(answer.headers().getFirst("Location"))
                .isEqualTo("/api/v1/orders/" + sale.orderId + "/refunds/"
                        + answer.body().get("refund_id").asString());
        refundsEnd(sale.orderId);

        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(sale.ticket(0)).isEqualTo(State.FREED);
        assertThat(sale.intent().refunded()).isEqualTo(110_500);
        agree(sale);
        var order = sale.buyer.gets("/api/v1/orders/" + sale.orderId).body();
        assertThat(order.get("items").get(0).get("status").asString()).isEqualTo("REFUNDED");
        await().untilAsserted(() -> assertThat(heard.of(sale.orderId)).endsWith("PaymentCaptured", "OrderRefunded"));
    }

    @Test
    void theOrdersOwnFeeGoesBackWithTheLastSeat() {
        var sale = new Sale();
        var first = sale.refund("{\"seat_ids\":%s,\"reason\":\"ill\"}".formatted(sale.seats(1)));
        assertThat(first.body().get("amount").toString()).isEqualTo("551.50");
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(sale.item(0)).isEqualTo("ACTIVE");
        assertThat(sale.ticket(0)).isEqualTo(State.VALID);
        agree(sale);

        var rest = sale.refund(ALL);
        assertThat(rest.body().get("amount").toString()).isEqualTo("553.50");
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(booked(sale.orderId, "TAX_PAYABLE")).isEqualByComparingTo("0");
        assertThat(booked(sale.orderId, "ORGANISER_PAYABLE")).isEqualByComparingTo("0");
        assertThat(booked(sale.orderId, "FEE_REVENUE")).isEqualByComparingTo("0");
        agree(sale);
    }

    @Test
    void feesMayStay() {
        var sale = new Sale();
        var answer = sale.refund("{\"include_fees\":false,\"reason\":\"changed their mind\"}");
        assertThat(answer.body().get("amount").toString()).isEqualTo("1000.00");
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(booked(sale.orderId, "ORGANISER_PAYABLE")).isEqualByComparingTo("0");
        agree(sale);
    }

    @Test
    void aRepeatIsTheSameRefund() {
        var sale = new Sale();
        var first = sale.refund(ALL, "a-key");
        var again = sale.refund(ALL, "a-key");
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(sale.refund("{\"reason\":\"x\"}", "a-key").code()).isEqualTo("idempotency-key-reused");
        assertThat(sale.refund(ALL).code()).isEqualTo("already-refunded");
        assertThat(sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0)))
                        .code())
                .isEqualTo("already-refunded");
        refundsEnd(sale.orderId);
        assertThat(sale.intent().refunds).hasSize(1);
    }

    @Test
    void aUsedTicketIsRefundedOnlyWhenForced() {
        var sale = new Sale();
        inventory.tickets.become(sale.seat(0), State.USED);
        assertThat(sale.refund(ALL, "used").code()).isEqualTo("ticket-used");
        assertThat(sale.refund(ALL, "used").code()).isEqualTo("ticket-used");
        assertThat(sale.intent().refunded()).isZero();
        agree(sale);
        assertThat(sale.refund("{\"reason\":\"x\",\"force\":true}", "forced").status())
                .isEqualTo(202);
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
    }

    @Test
    void aTicketThatWasSoldOnIsNotRefundedThroughTheOldOrder() {
        var sale = new Sale();
        inventory.tickets.become(sale.seat(0), State.RESALE_CHECKOUT);
        assertThat(sale.refund(ALL).code()).isEqualTo("ticket-locked");
        inventory.tickets.become(sale.seat(0), State.GONE);
        assertThat(sale.refund(ALL).code()).as("inventory knew first").isEqualTo("ticket-resold");
        jdbc.sql("UPDATE order_items SET status = 'RESOLD' WHERE order_id = ? AND seat_id = ?")
                .params(sale.orderId, sale.seat(0))
                .update();
        assertThat(sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0, 1)))
                        .code())
                .isEqualTo("ticket-resold");
        assertThat(sale.refund(ALL).body().get("amount").toString()).isEqualTo("551.50");
        assertThat(sale.refund(ALL).code()).isIn("ticket-resold", "already-refunded");
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("PARTIALLY_REFUNDED");
    }

    @Test
    void whatIsNotPaidIsNotRefunded() {
        var buyer = buyer();
        var declined = buyer.orders("pm_card_chargeDeclined").orderId();
        var path = "/api/v1/orders/" + declined + "/refunds";
        assertThat(call(HttpMethod.POST, path, SUPPORT, Map.of("Idempotency-Key", "k"), ALL)
                        .code())
                .isEqualTo("order-not-captured");
    }

    @Test
    void onlySupportRefundsAndOnlyTheBuyerAndSupportSeeIt() {
        var sale = new Sale();
        var fan = TestIssuer.token(sale.buyer.sub, "FAN");
        assertThat(sale.refund(ALL, "k", fan).status()).isEqualTo(403);
        assertThat(sale.refund(ALL, "k", null).status()).isEqualTo(401);
        var refund = sale.refund(ALL).headers().getFirst("Location");
        assertThat(sale.buyer.gets(refund).body().get("amount").toString()).isEqualTo("1105.00");
        assertThat(call(HttpMethod.GET, refund, SUPPORT, Map.of(), null).status())
                .isEqualTo(200);
        assertThat(new Sale().buyer.gets(refund).status()).isEqualTo(404);
        assertThat(sale.buyer
                        .gets("/api/v1/orders/" + sale.orderId + "/refunds/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        var unknown = "/api/v1/orders/" + UUID.randomUUID() + "/refunds";
        assertThat(call(HttpMethod.POST, unknown, SUPPORT, Map.of("Idempotency-Key", "k"), ALL)
                        .status())
                .isEqualTo(404);
        assertThat(call(HttpMethod.POST, unknown, SUPPORT, Map.of(), ALL).code())
                .isEqualTo("idempotency-key-required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reason\":                                    | malformed-json | 400",
                "{}                                              | validation-failed | 400",
                "{\"reason\":\" \"}                              | validation-failed | 400",
                "{\"reason\":\"x\",\"seat_ids\":[]}              | validation-failed | 400",
                "{\"reason\":\"x\",\"seat_ids\":[null]}          | validation-failed | 400",
                "{\"reason\":\"x\",\"seat_ids\":[\"nonsense\"]}  | validation-failed | 400",
                "{\"reason\":\"x\",\"amount\":1}                 | validation-failed | 400",
                "{\"reason\":\"4242 4242 4242 4242\"}            | card-number-refused | 422",
                "{\"reason\":\"x\",\"seat_ids\":[\"0198f3a4-7c00-7000-8000-000000000001\"]} | unknown-seat | 422",
            })
    void aBodyThatIsNotARefundIsRefused(String body, String code, int status) {
        var answer = anySale().refund(body);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    /** One sale for all that is refused. */
    private Sale anySale() {
        if (any == null) {
            any = new Sale();
        }
        return any;
    }
}
