package io.boxoffice.resale.work;

import io.boxoffice.common.Ids;
import io.boxoffice.common.idempotency.IdempotencyKeys;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Finds what was decided and nobody carries out: a process died, or an answer was missing. Every instance does; leases keep them
 * apart.
 */
@Component
class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final int BATCH = 20;

    private final Leases leases;
    private final Work work;
    private final IdempotencyKeys keys;

    Reconciler(Leases leases, Work work, IdempotencyKeys keys) {
        this.leases = leases;
        this.work = work;
        this.keys = keys;
    }

    @Scheduled(fixedDelayString = "${resale.reconcile-every:2s}")
    void round() {
        var before = leases.now();
        var worker = Ids.next();
        List<UUID> due;
        do {
            due = leases.claimDue(worker, before, BATCH);
            goOn(due, worker);
        } while (due.size() == BATCH);
    }

    private void goOn(List<UUID> due, UUID worker) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(listing -> threads.submit(() -> goOn(listing, worker)));
        }
    }

    private void goOn(UUID listing, UUID worker) {
        try {
            work.claimed(listing, worker);
        } catch (RuntimeException e) {
            log.atError().addKeyValue("listing_id", listing).setCause(e).log("listing cannot be gone on with");
        }
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    void prune() {
        keys.prune();
    }
}
