package io.boxoffice.notification.confirmation;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory, for the codes of an order's tickets. */
interface Tickets {

    @GetExchange("/internal/events/{event_id}/orders/{order_id}/codes")
    Codes codes(@PathVariable("event_id") UUID eventId, @PathVariable("order_id") UUID orderId);

    record Codes(List<Code> items) {}

    record Code(String section, String row, String seatNumber, String code) {}
}
