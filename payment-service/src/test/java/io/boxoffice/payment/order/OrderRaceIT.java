package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.PaymentFixture;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OrderRaceIT extends PaymentFixture {
    @Autowired
    private OrderSaga saga;

    @Test
    void manyWhoGoOnWithOneOrderMakeEachChangeOnce() throws Exception {
        var buyer = buyer();
        var order = DeadOrder.of(jdbc, buyer.hold, "pm_card_visa");
        atOnce(8, () -> {
            saga.advance(order.id);
            return null;
        });
        settles(order.left(), buyer.hold, "CAPTURED");
        await().untilAsserted(() ->
                assertThat(heard.of(order.id)).containsExactly("OrderPlaced", "OrderConfirmed", "PaymentCaptured"));
    }

    @Test
    void manyOrdersOfOneHoldSellItOnce() throws Exception {
        var buyer = buyer();
        var answers = atOnce(8, () -> buyer.orders("pm_card_visa"));
        var sold = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(sold).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("order-in-progress");
            assertThat(answer.orderId()).isEqualTo(sold.getFirst().orderId());
        });
        settles(sold.getFirst().orderId(), buyer.hold, "CAPTURED");
    }

    @Test
    void oneRequestSentManyTimesIsOneOrder() throws Exception {
        var buyer = buyer();
        var answers = atOnce(8, () -> buyer.orders("pm_card_visa", TOTAL, "the-same"));
        assertThat(answers)
                .allMatch(answer -> answer.status() == 201 || answer.code().equals("idempotency-key-in-use"));
        assertThat(jdbc.sql("SELECT count(*) FROM orders WHERE hold_id = ?")
                        .param(buyer.hold.id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> what) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(Collections.nCopies(threads, what)).stream()
                    .map(OrderRaceIT::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
