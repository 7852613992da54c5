package io.boxoffice.payment.reconcile;

import io.boxoffice.payment.order.OrderMoves;
import io.boxoffice.payment.order.OrderRows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds unfinished orders that nobody works on: their process died, or an answer was missing. Every instance does; leases keep
 * them apart.
 */
@Component
class Reconciler {
    private static final int BATCH = 20;

    private final OrderMoves moves;
    private final OrderRows rows;
    private final Continuation continuation;
    private final ReconcileProperties properties;
    private final AtomicInteger stuck;

    Reconciler(
            OrderMoves moves,
            OrderRows rows,
            Continuation continuation,
            ReconcileProperties properties,
            MeterRegistry metrics) {
        this.moves = moves;
        this.rows = rows;
        this.continuation = continuation;
        this.properties = properties;
        this.stuck = metrics.gauge("boxoffice.orders.stuck", new AtomicInteger());
    }

    @Scheduled(fixedDelayString = "${payment.reconcile-every:10s}")
    void round() {
        var before = moves.now();
        List<UUID> due;
        do {
            due = moves.claimDue(before, properties.captureAfter(), BATCH);
            goOn(due);
        } while (due.size() == BATCH);
        stuck.set(rows.stuck());
    }

    private void goOn(List<UUID> due) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(orderId -> threads.submit(() -> continuation.claimed(orderId)));
        }
    }
}
