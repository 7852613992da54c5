package io.boxoffice.notification.delivery;

import io.boxoffice.notification.letter.Owed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where others say that somebody is owed a letter. */
@Component
public class Outbound {
    private static final Logger log = LoggerFactory.getLogger(Outbound.class);
    private final Deliveries deliveries;
    private final DeliveryWorkers workers;

    Outbound(Deliveries deliveries, DeliveryWorkers workers) {
        this.deliveries = deliveries;
        this.workers = workers;
    }

    /** Owes a letter, in the caller's transaction if there is one; saying it again changes nothing. */
    public void owe(Owed owed) {
        if (deliveries.enqueue(owed)) {
            log.atInfo()
                    .addKeyValue("cause", owed.cause())
                    .addKeyValue("event_id", owed.eventId())
                    .log("letter queued");
            wakeWhenCommitted();
        }
    }

    /** There is something to send, as soon as it can be seen. */
    public void wakeWhenCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            workers.wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.wake();
            }
        });
    }
}
