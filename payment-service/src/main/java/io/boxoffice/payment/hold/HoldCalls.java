package io.boxoffice.payment.hold;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of inventory, on the wire. */
@HttpExchange("/internal/events/{event}")
interface HoldCalls {
    record CheckoutRequest(
            UUID orderId, UUID userId, @Nullable UUID sessionId) {}

    record ConfirmRequest(UUID orderId, long fence, UUID userId) {}

    record Confirmed(UUID orderId) {}

    record AbandonRequest(UUID orderId, long fence, HoldOutcome outcome, String cause) {}

    record Abandoned(String status) {}

    record RevokeRequest(String cause) {}

    record Revoked(int revoked) {}

    @GetExchange("/holds/{hold}")
    Checkout find(
            @PathVariable("event") UUID event, @PathVariable("hold") UUID hold, @RequestParam("user_id") UUID userId);

    @PostExchange("/holds/{hold}/checkout")
    Checkout checkout(
            @PathVariable("event") UUID event, @PathVariable("hold") UUID hold, @RequestBody CheckoutRequest request);

    @PostExchange("/holds/{hold}/confirm")
    Confirmed confirm(
            @PathVariable("event") UUID event, @PathVariable("hold") UUID hold, @RequestBody ConfirmRequest request);

    @PostExchange("/holds/{hold}/abandon")
    Abandoned abandon(
            @PathVariable("event") UUID event, @PathVariable("hold") UUID hold, @RequestBody AbandonRequest request);

    @PostExchange("/orders/{order}/revoke")
    Revoked revoke(
            @PathVariable("event") UUID event, @PathVariable("order") UUID order, @RequestBody RevokeRequest request);
}
