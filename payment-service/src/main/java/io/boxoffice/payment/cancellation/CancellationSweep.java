package io.boxoffice.payment.cancellation;

import io.boxoffice.payment.refund.Refunds;
import io.boxoffice.payment.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Refunds what was captured for cancelled events, in batches, for as long as there is any: orders confirmed after the
 * cancellation come to it once they are captured. Every instance sweeps; a refund's id is made of its order, so each happens
 * once. Sweeps have threads of their own: a long one must not keep orders waiting.
 */
@Component
class CancellationSweep {
    private static final Logger log = LoggerFactory.getLogger(CancellationSweep.class);
    private static final String ORDERS = Sql.of("cancellation/orders-to-refund");
    private static final int BATCH = 50;
    private static final int AT_ONCE = 8;

    private final JdbcClient jdbc;
    private final Refunds refunds;
    private final ReentrantLock atWork = new ReentrantLock();

    CancellationSweep(JdbcClient jdbc, Refunds refunds) {
        this.jdbc = jdbc;
        this.refunds = refunds;
    }

    @Scheduled(fixedRateString = "${payment.reconcile-every:10s}")
    void sweepUnlessAtWork() {
        if (atWork.tryLock()) {
            try {
                sweep();
            } finally {
                atWork.unlock();
            }
        }
    }

    private void sweep() {
        Set<UUID> tried = new HashSet<>();
        var due = due();
        while (tried.addAll(due)) {
            refund(due);
            due = due();
        }
        if (!tried.isEmpty()) {
            log.atInfo().addKeyValue("orders", tried.size()).log("orders of cancelled events refunded");
        }
    }

    private List<UUID> due() {
        return jdbc.sql(ORDERS)
                .param("batch", BATCH)
                .query((row, _) -> row.getObject("order_id", UUID.class))
                .list();
    }

    private void refund(List<UUID> orders) {
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            orders.forEach(orderId -> threads.submit(() -> refund(orderId)));
        }
    }

    private void refund(UUID orderId) {
        try {
            refunds.refundCancelled(DerivedId.of(orderId, "event-cancelled"), orderId, "The event was cancelled.");
        } catch (RuntimeException e) {
            log.atError().addKeyValue("order_id", orderId).setCause(e).log("refund cannot be placed");
        }
    }
}
