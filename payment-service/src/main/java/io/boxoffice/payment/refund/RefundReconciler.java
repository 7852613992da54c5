package io.boxoffice.payment.refund;

import io.boxoffice.payment.order.OrderProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds unfinished refunds that nobody works on: their process died, or an answer was missing. {@code boxoffice_refunds_stuck}
 * is how many have been without an end for too long.
 */
@Component
class RefundReconciler {
    private static final int BATCH = 20;

    private final RefundMoves moves;
    private final RefundRows rows;
    private final RefundSaga saga;
    private final OrderProperties properties;
    private final AtomicInteger stuck;

    RefundReconciler(
            RefundMoves moves, RefundRows rows, RefundSaga saga, OrderProperties properties, MeterRegistry metrics) {
        this.moves = moves;
        this.rows = rows;
        this.saga = saga;
        this.properties = properties;
        this.stuck = metrics.gauge("boxoffice.refunds.stuck", new AtomicInteger());
    }

    @Scheduled(fixedDelayString = "${payment.reconcile-every:10s}")
    void round() {
        var before = moves.now();
        List<UUID> due;
        do {
            due = moves.claimDue(before, BATCH);
            goOn(due);
        } while (due.size() == BATCH);
        stuck.set(rows.unfinishedFor(properties.stuckAfter()));
    }

    private void goOn(List<UUID> due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(refundId -> threads.submit(() -> saga.advance(refundId)));
        }
    }
}
