package io.boxoffice.payment.refund;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Refunds, for the rest of the service. */
@Component
public class Refunds {
    private final RefundRows rows;
    private final RefundMoves moves;
    private final RefundPlacing placing;
    private final RefundSaga saga;
    private final TransactionOperations transactions;

    Refunds(
            RefundRows rows,
            RefundMoves moves,
            RefundPlacing placing,
            RefundSaga saga,
            TransactionOperations transactions) {
        this.rows = rows;
        this.moves = moves;
        this.placing = placing;
        this.saga = saga;
        this.transactions = transactions;
    }

    /** Money that went back. */
    public record PaidBack(BigDecimal amount, Instant at) {}

    /** What went back of an order so far, oldest first. */
    public List<PaidBack> paidBack(UUID orderId) {
        return rows.of(orderId).stream()
                .filter(refund -> refund.status() == RefundStatus.SUCCEEDED)
                .map(refund -> new PaidBack(refund.amount(), refund.createdAt()))
                .toList();
    }

    /**
     * Gives back all that is left of an order whose event was cancelled, under this id; nothing happens where it was begun
     * before, where nothing is captured, or while another refund of the order is under way.
     */
    public void refundCancelled(UUID refundId, UUID orderId, String reason) {
        var wanted = new NewRefund(refundId, orderId, RefundCause.EVENT_CANCELLED, null, true, true, reason, null);
        boolean placed = Boolean.TRUE.equals(transactions.execute(_ -> placing.lock(orderId)
                .filter(_ -> rows.unfinishedOf(orderId).isEmpty())
                .map(refundable -> placing.place(wanted, RefundPlan.ofTheRest(refundable)))
                .orElse(false)));
        if (placed) {
            saga.advance(refundId);
        }
    }

    /** Goes on with an order's unfinished refunds that nobody works on. */
    public void goOn(UUID orderId) {
        rows.unfinishedOf(orderId).stream().filter(moves::claim).forEach(saga::advance);
    }
}
