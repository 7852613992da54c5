package io.boxoffice.notification.delivery;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where others say that somebody is owed a message. */
@Component
public class Outbound {
    private static final Logger log = LoggerFactory.getLogger(Outbound.class);
    private final Deliveries deliveries;
    private final DeliveryWorkers workers;

    Outbound(Deliveries deliveries, DeliveryWorkers workers) {
        this.deliveries = deliveries;
        this.workers = workers;
    }

    /** Owes the confirmation of an order; saying it again changes nothing. */
    public void confirmationOf(UUID orderId, UUID eventId) {
        if (deliveries.enqueue("order-confirmed:" + orderId, eventId, orderId)) {
            log.atInfo()
                    .addKeyValue("order_id", orderId)
                    .addKeyValue("event_id", eventId)
                    .log("confirmation queued");
            workers.wake();
        }
    }
}
