package io.boxoffice.resale.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of inventory. */
@HttpExchange("/internal/events/{event}/tickets/{ticket}")
interface TicketCalls {
    record ListLock(String kind, UUID ref, UUID holder) {}

    record CheckoutLock(String kind, UUID ref, UUID fromRef, UUID buyer, String limitKey) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unlock(String kind, UUID ref, @Nullable UUID toRef) {}

    record Reassign(UUID ref, UUID buyer) {}

    @GetExchange
    Ticket look(@PathVariable("event") UUID event, @PathVariable("ticket") UUID ticket);

    @PostExchange("/lock")
    Ticket lock(@PathVariable("event") UUID event, @PathVariable("ticket") UUID ticket, @RequestBody ListLock lock);

    @PostExchange("/lock")
    Ticket lock(@PathVariable("event") UUID event, @PathVariable("ticket") UUID ticket, @RequestBody CheckoutLock lock);

    @PostExchange("/unlock")
    Ticket unlock(@PathVariable("event") UUID event, @PathVariable("ticket") UUID ticket, @RequestBody Unlock unlock);

    @PostExchange("/reassign")
    Ticket reassign(
            @PathVariable("event") UUID event, @PathVariable("ticket") UUID ticket, @RequestBody Reassign reassign);
}
