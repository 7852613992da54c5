package io.boxoffice.payment.listing;

import io.boxoffice.payment.hold.Checkout;
import io.boxoffice.payment.hold.HoldOutcome;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What we ask of resale-service, on the wire. */
@HttpExchange("/internal/listings/{listing}")
interface ListingCalls {
    record CheckoutRequest(UUID orderId, UUID userId) {}

    record ConfirmRequest(UUID orderId, long fence, UUID userId) {}

    record Confirmed(UUID orderId) {}

    record AbandonRequest(UUID orderId, long fence, HoldOutcome outcome, String cause) {}

    record Abandoned(String status) {}

    @PostExchange("/checkout")
    Checkout checkout(@PathVariable("listing") UUID listing, @RequestBody CheckoutRequest request);

    @PostExchange("/confirm")
    Confirmed confirm(@PathVariable("listing") UUID listing, @RequestBody ConfirmRequest request);

    @PostExchange("/abandon")
    Abandoned abandon(@PathVariable("listing") UUID listing, @RequestBody AbandonRequest request);
}
