package io.boxoffice.payment.refund;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of inventory about tickets that are given back, on the wire. */
@HttpExchange("/internal/events/{event}/orders/{order}/refunds/{refund}")
interface RefundCalls {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LockRequest(@Nullable List<UUID> seatIds, boolean force) {}

    record CauseRequest(RefundCause cause) {}

    @PostExchange("/lock")
    void lock(
            @PathVariable("event") UUID event,
            @PathVariable("order") UUID order,
            @PathVariable("refund") UUID refund,
            @RequestBody LockRequest request);

    @PostExchange("/revoke")
    void revoke(
            @PathVariable("event") UUID event,
            @PathVariable("order") UUID order,
            @PathVariable("refund") UUID refund,
            @RequestBody CauseRequest request);

    @PostExchange("/free")
    void free(
            @PathVariable("event") UUID event,
            @PathVariable("order") UUID order,
            @PathVariable("refund") UUID refund,
            @RequestBody CauseRequest request);

    @PostExchange("/restore")
    void restore(
            @PathVariable("event") UUID event, @PathVariable("order") UUID order, @PathVariable("refund") UUID refund);
}
