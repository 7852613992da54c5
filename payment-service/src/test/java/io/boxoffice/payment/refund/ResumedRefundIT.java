package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.payment.order.OrderRows;
import io.boxoffice.payment.remote.SoldTickets.State;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A process dies at any step, before or after the effect it was about to have elsewhere; another one goes on. */
class ResumedRefundIT extends RefundFixture {
    @Autowired
    private RefundPlacing placing;

    @Autowired
    private RefundRows rows;

    @Autowired
    private OrderRows orders;

    @Autowired
    private RefundTransitions transitions;

    @Autowired
    private TransactionOperations transactions;

    private final UUID refundId = newId();
    private Sale sale;

    @BeforeEach
    void placed() {
        sale = new Sale();
        var wanted = new NewRefund(refundId, sale.orderId, RefundCause.REFUND, null, true, false, "x", null);
        transactions.executeWithoutResult(_ -> {
            var give = RefundPlan.ofSeats(placing.lock(sale.orderId).orElseThrow(), null, true);
            placing.place(wanted, (RefundPlan.Give) give);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "LOCKING,  VALID,   false",
        "LOCKING,  LOCKED,  false",
        "REVOKING, LOCKED,  false",
        "REVOKING, REVOKED, false",
        "PAYING,   REVOKED, false",
        "ASKED,    REVOKED, false",
        "ASKED,    REVOKED, true",
        "FREEING,  REVOKED, true",
        "FREEING,  FREED,   true"
    })
    void itIsBroughtToItsEnd(RefundStep step, State tickets, boolean paid) {
        tickets(tickets);
        if (paid) {
            bank.refunded(sale.orderId, refundId, 110_500);
        }
        if (step == RefundStep.FREEING) {
            at(RefundStep.ASKED);
            transitions.paid(rows.get(refundId), orders.get(sale.orderId));
        } else {
            at(step);
        }
        leave();
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("REFUNDED");
        assertThat(sale.ticket(0)).isEqualTo(State.FREED);
        assertThat(sale.intent().refunded()).isEqualTo(110_500);
        agree(sale);
        await().untilAsserted(() -> assertThat(heard.of(sale.orderId)).containsOnlyOnce("OrderRefunded"));
    }

    @ParameterizedTest
    @CsvSource({"REVOKED", "VALID"})
    void aRefusedOneIsTakenBack(State tickets) {
        tickets(tickets);
        at(RefundStep.ASKED);
        transitions.givenUp(rows.get(refundId), "charge_disputed");
        leave();
        refundsEnd(sale.orderId);
        assertThat(status(sale.orderId)).isEqualTo("CAPTURED");
        assertThat(sale.ticket(0)).isEqualTo(State.VALID);
        assertThat(sale.intent().refunded()).isZero();
        agree(sale);
    }

    private void tickets(State state) {
        if (state != State.VALID) {
            inventory.tickets.become(sale.seat(0), state, refundId);
            inventory.tickets.become(sale.seat(1), state, refundId);
        }
    }

    private void at(RefundStep step) {
        jdbc.sql("UPDATE refunds SET step = ? WHERE refund_id = ?")
                .params(step.name(), refundId)
                .update();
    }

    private void leave() {
        jdbc.sql("UPDATE refunds SET worked_until = clock_timestamp() - interval '1 second' WHERE refund_id = ?")
                .param(refundId)
                .update();
    }
}
