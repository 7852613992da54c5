package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.OrderProperties;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds unfinished refunds that nobody works on: their process died, or an answer was missing. Its rounds have threads of their
 * own: many refunds at once must not keep orders waiting.
 */
@Component
class RefundReconciler {
    private static final int BATCH = 20;

    private final RefundMoves moves;
    private final RefundRows rows;
    private final RefundSaga saga;
    private final OrderProperties properties;
    private final RefundMetrics metrics;
    private final ReentrantLock atWork = new ReentrantLock();

    RefundReconciler(
            RefundMoves moves, RefundRows rows, RefundSaga saga, OrderProperties properties, RefundMetrics metrics) {
        this.moves = moves;
        this.rows = rows;
        this.saga = saga;
        this.properties = properties;
        this.metrics = metrics;
    }

    @Scheduled(fixedRateString = "${payment.reconcile-every:10s}")
    void roundUnlessAtWork() {
        if (atWork.tryLock()) {
            try {
                round();
            } finally {
                atWork.unlock();
            }
        }
    }

    private void round() {
        var before = moves.now();
        List<UUID> due;
        do {
            due = moves.claimDue(before, BATCH);
            goOn(due);
        } while (due.size() == BATCH);
        metrics.stuck(rows.unfinishedFor(properties.stuckAfter()));
    }

    private void goOn(List<UUID> due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(refundId -> threads.submit(() -> saga.advance(refundId)));
        }
    }
}
