package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.payment.remote.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RefundRaceIT extends RefundFixture {
    @Autowired
    private RefundSaga saga;

    @Test
    void oneSeatIsRefundedOnceHoweverManyTry() throws Exception {
        var sale = new Sale();
        var calls = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 4; i++) {
            calls.add(() -> sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0))));
            calls.add(() -> sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0, 1))));
        }
        var answers = atOnce(calls);
        assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 202)
                .allMatch(answer -> answer.code().equals("already-refunded"));
        refundsEnd(sale.orderId);
        assertThat(sale.intent().refunds).hasSize(1);
        agree(sale);
    }

    @Test
    void twoHalvesAtOnceAreTheWhole() throws Exception {
        var sale = new Sale();
        atOnce(List.of(
                () -> sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(0))),
                () -> sale.refund("{\"reason\":\"x\",\"seat_ids\":%s}".formatted(sale.seats(1)))));
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(sale.intent().refunded()).isEqualTo(110_500);
        agree(sale);
    }

    @Test
    void manyWhoGoOnWithOneRefundMakeEachChangeOnce() throws Exception {
        var sale = new Sale();
        inventory.failing("refund-lock", Fault.ERROR_BEFORE, 2);
        var refundId = UUID.fromString(sale.refund(ALL).body().get("refund_id").asString());
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> {
                saga.advance(refundId);
                return 0;
            });
        }
        atOnce(calls);
        refundsEnd(sale.orderId);
        assertThat(jdbc.sql("SELECT step FROM refund_history WHERE refund_id = ? ORDER BY id")
                        .param(refundId)
                        .query(String.class)
                        .list())
                .containsExactly("LOCKING", "REVOKING", "PAYING", "ASKED", "FREEING", "ENDED");
        agree(sale);
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (var future : executor.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
