package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.PaymentFixture;
import io.boxoffice.payment.remote.BankDouble;
import io.boxoffice.payment.remote.SoldTickets;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;

/** Orders that are paid, and support that gives their money back. */
public abstract class RefundFixture extends PaymentFixture {
    protected static final String ALL = "{\"reason\":\"could not come\"}";
    protected static final String SUPPORT = TestIssuer.token(UUID.randomUUID(), "SUPPORT");

    /** A captured order of two seats at 500.00, 1105.00 in all. */
    protected final class Sale {
        public final Buyer buyer;
        public final UUID orderId;

        public Sale() {
            this(buyer());
        }

        public Sale(Buyer buyer) {
            this.buyer = buyer;
            var placed = buyer.orders("pm_card_visa");
            this.orderId = placed.orderId();
            await().untilAsserted(() -> assertThat(status(orderId)).isEqualTo("CAPTURED"));
        }

        public UUID seat(int index) {
            return (UUID) buyer.hold.seats.get(index).get("seat_id");
        }

        public String seats(int... indexes) {
            var ids = java.util.Arrays.stream(indexes).mapToObj(i -> "\"" + seat(i) + "\"");
            return "[" + String.join(",", ids.toList()) + "]";
        }

        public Answer refund(String body) {
            return refund(body, UUID.randomUUID().toString());
        }

        public Answer refund(String body, String key) {
            return refund(body, key, SUPPORT);
        }

        public Answer refund(String body, String key, String token) {
            return call(
                    HttpMethod.POST,
                    "/api/v1/orders/" + orderId + "/refunds",
                    token,
                    Map.of("Idempotency-Key", key),
                    body);
        }

        public BankDouble.Intent intent() {
            return bank.intentsOf(orderId).getFirst();
        }

        public SoldTickets.State ticket(int index) {
            return inventory.tickets.of(seat(index));
        }

        public String item(int index) {
            return jdbc.sql("SELECT status FROM order_items WHERE order_id = ? AND seat_id = ?")
                    .params(orderId, seat(index))
                    .query(String.class)
                    .single();
        }
    }

    /** Waits until nothing is left to do for an order's refunds. */
    protected void refundsEnd(UUID orderId) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(jdbc.sql("SELECT count(*) FROM refunds WHERE order_id = ? AND step <> 'ENDED'")
                                        .param(orderId)
                                        .query(Integer.class)
                                        .single())
                                .isZero());
    }

    /** What the ledger holds of an order on one account, debits positive. */
    protected BigDecimal booked(UUID orderId, String account) {
        return jdbc.sql(
                        "SELECT coalesce(sum(debit - credit), 0.00) FROM ledger_entries WHERE order_id = ? AND account = ?")
                .params(orderId, account)
                .query(BigDecimal.class)
                .single();
    }

    /** Money, books and seats say the same. */
    protected void agree(Sale sale) {
        var order = jdbc.sql("SELECT refunded, refund_claimed FROM orders WHERE order_id = ?")
                .param(sale.orderId)
                .query((row, _) -> new BigDecimal[] {row.getBigDecimal(1), row.getBigDecimal(2)})
                .single();
        assertThat(order[0])
                .isEqualTo(order[1])
                .isEqualByComparingTo(BigDecimal.valueOf(sale.intent().refunded(), 2));
        assertThat(booked(sale.orderId, "PROVIDER_RECEIVABLE"))
                .isEqualByComparingTo(BigDecimal.valueOf(
                        sale.intent().captured - sale.intent().refunded(), 2));
        assertThat(jdbc.sql("SELECT sum(debit - credit) FROM ledger_entries WHERE order_id = ?")
                        .param(sale.orderId)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
        for (int i = 0; i < 2; i++) {
            boolean freed = sale.ticket(i) == SoldTickets.State.FREED;
            assertThat(sale.item(i)).isEqualTo(freed ? "REFUNDED" : "ACTIVE");
        }
    }
}
