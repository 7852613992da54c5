package io.boxoffice.notification.delivery;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delivery log, for whoever helps a fan that says no mail came. */
@RestController
class DeliveryLogController {
    private final DeliveryLog log;

    DeliveryLogController(DeliveryLog log) {
        this.log = log;
    }

    record Entries(List<DeliveryLog.Entry> items) {}

    @GetMapping("/internal/deliveries")
    Entries ofOrder(@RequestParam("order_id") UUID orderId) {
        return new Entries(log.ofOrder(orderId));
    }
}
