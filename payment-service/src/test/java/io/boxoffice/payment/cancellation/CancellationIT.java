package io.boxoffice.payment.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.refund.RefundFixture;
import io.boxoffice.payment.remote.Fault;
import io.boxoffice.payment.remote.SoldTickets.State;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CancellationIT extends RefundFixture {

    @Test
    void everyOrderOfTheEventIsRefundedOnceWhateverStopsInBetween() throws Exception {
        var eventId = catalog.published("EUR", "OFF");
        var sales = sales(eventId, 50);
        sales.get(1)
                .refund("{\"reason\":\"x\",\"seat_ids\":%s}"
                        .formatted(sales.get(1).seats(0)));
        sales.get(2).refund(ALL);
        inventory.tickets.become(sales.get(3).seat(0), State.USED);
        refundsEnd(sales.get(1).orderId);
        refundsEnd(sales.get(2).orderId);

        bank.failing("refund", Fault.ERROR_AFTER, 30);
        inventory.failing("refund-revoke", Fault.RESET_BEFORE, 20);
        cancelled(eventId);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(count(eventId, "status = 'REFUNDED'")).isBetween(10, 50));
        cancelled(eventId);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(count(eventId, "status = 'REFUNDED'")).isEqualTo(50));

        for (var sale : sales) {
            refundsEnd(sale.orderId);
            assertThat(sale.intent().refunded()).isEqualTo(110_500);
            agree(sale);
        }
        assertThat(sales.get(0).intent().refunds).hasSize(1);
        assertThat(sales.get(1).intent().refunds).hasSize(2);
        assertThat(sales.get(2).intent().refunds).hasSize(1);
        await().untilAsserted(() -> assertThat(heard.of(sales.get(0).orderId)).containsOnlyOnce("OrderRefunded"));
    }

    @Test
    void whoBuysAfterTheCancellationIsRefundedToo() {
        var eventId = catalog.published("EUR", "OFF");
        cancelled(eventId);
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT count(*) FROM event_cancellations WHERE event_id = ?")
                        .param(eventId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
        var buyer = buyer(eventId);
        var orderId = buyer.orders("pm_card_visa").orderId();
        await().untilAsserted(() -> assertThat(status(orderId)).isEqualTo("REFUNDED"));
    }

    @Test
    void aTicketThatWasSoldOnIsRefundedToWhoPaidEach() {
        var eventId = catalog.published("EUR", "OFF");
        var first = new Sale(buyer(eventId));
        var second = new Sale(buyer(eventId));
        jdbc.sql("UPDATE order_items SET status = 'RESOLD' WHERE order_id = ?")
                .param(first.orderId)
                .update();
        inventory.tickets.become(first.seat(0), State.GONE);
        inventory.tickets.become(first.seat(1), State.GONE);
        cancelled(eventId);
        for (var sale : List.of(first, second)) {
            await().untilAsserted(() -> assertThat(status(sale.orderId)).isEqualTo("REFUNDED"));
            assertThat(sale.intent().refunded()).isEqualTo(110_500);
        }
        assertThat(first.item(0)).isEqualTo("REFUNDED");
        assertThat(first.ticket(0)).as("no longer this order's").isEqualTo(State.GONE);
    }

    @Test
    void aRefusalIsToldAndLeftToSupport() {
        var eventId = catalog.published("EUR", "OFF");
        var sale = new Sale(buyer(eventId));
        bank.refuseRefunds(sale.orderId, true);
        cancelled(eventId);
        await().untilAsserted(() -> assertThat(heard.of(sale.orderId)).endsWith("RefundFailed"));
        assertThat(status(sale.orderId)).isEqualTo("CAPTURED");
        bank.refuseRefunds(sale.orderId, false);
        assertThat(sale.refund(ALL).body().get("status").asString()).isEqualTo("SUCCEEDED");
        refundsEnd(sale.orderId);
        agree(sale);
    }

    private List<Sale> sales(UUID eventId, int count) throws Exception {
        var calls = IntStream.range(0, count)
                .<Callable<Sale>>mapToObj(_ -> () -> new Sale(buyer(eventId)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            return threads.invokeAll(calls).stream().map(CancellationIT::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void cancelled(UUID eventId) {
        tell("boxoffice.catalog", "EventCancelled", """
                {"event_id":"%s","occurred_at":"2027-01-01T12:00:00Z","aggregate_version":3}""".formatted(eventId));
    }

    private int count(UUID eventId, String condition) {
        return jdbc.sql("SELECT count(*) FROM orders WHERE event_id = ? AND " + condition)
                .param(eventId)
                .query(Integer.class)
                .single();
    }
}
