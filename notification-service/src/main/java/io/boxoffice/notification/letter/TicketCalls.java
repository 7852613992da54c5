package io.boxoffice.notification.letter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Inventory, for an order's tickets, as codes and on paper. */
interface TicketCalls {

    @GetExchange("/internal/events/{event_id}/orders/{order_id}/codes")
    Codes codes(@PathVariable("event_id") UUID eventId, @PathVariable("order_id") UUID orderId);

    @GetExchange("/internal/events/{event_id}/orders/{order_id}/tickets.pdf")
    byte[] pdf(@PathVariable("event_id") UUID eventId, @PathVariable("order_id") UUID orderId);

    record Codes(List<Code> items) {}

    /** @param code empty where the ticket is on the phone alone */
    record Code(
            String section, @Nullable String row, @Nullable String seatNumber, String code) {}
}
