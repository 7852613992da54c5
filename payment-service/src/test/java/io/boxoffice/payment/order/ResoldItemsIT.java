package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

class ResoldItemsIT extends ResaleFixture {
    @Autowired
    private OrderItems items;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aTicketThatIsSoldOnChangesHandsAndIsHeldForItsSeller() {
        var owner = buyer();
        var first = owner.orders(VISA).orderId();
        await().untilAsserted(() -> assertThat(status(first)).isEqualTo("CAPTURED"));
        var purchaser = new Purchaser(UUID.randomUUID(), resale.listed(owner.eventId, owner.hold.seats));
        var second = purchaser.purchases(VISA, "1000.00", "k", "").orderId();
        await().untilAsserted(() -> assertThat(status(second)).isEqualTo("CAPTURED"));

        assertThat(items(first)).containsExactly("RESOLD", "RESOLD");
        assertThat(items(second)).containsExactly("ACTIVE", "ACTIVE");
        assertThat(owner.gets("/api/v1/orders/" + first)
                        .body()
                        .get("items")
                        .get(0)
                        .get("status")
                        .asString())
                .isEqualTo("RESOLD");
        assertThat(held("SELLER_PAYABLE", second)).isEqualByComparingTo("1000.00");
        assertThat(held("ORGANISER_PAYABLE", second)).isEqualByComparingTo("0");
    }

    @Test
    void aSeatThatIsAnothersIsNotSoldByAnOrdinaryOrder() {
        var owner = buyer();
        var first = owner.orders(VISA).orderId();
        var thief = DeadOrder.of(jdbc, resale.listed(owner.eventId, owner.hold.seats), UUID.randomUUID(), VISA)
                .with("kind = 'PRIMARY'")
                .locked(1);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> items.sell(thief.id)))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(items(first)).containsExactly("ACTIVE", "ACTIVE");
    }

    private List<String> items(UUID orderId) {
        return jdbc.sql("SELECT status FROM order_items WHERE order_id = ?")
                .param(orderId)
                .query(String.class)
                .list();
    }

    private BigDecimal held(String account, UUID orderId) {
        return jdbc.sql(
                        "SELECT coalesce(sum(credit - debit), 0) FROM ledger_entries WHERE account = ? AND order_id = ?")
                .params(account, orderId)
                .query(BigDecimal.class)
                .single();
    }
}
