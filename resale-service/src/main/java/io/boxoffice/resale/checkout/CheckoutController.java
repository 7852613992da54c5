package io.boxoffice.resale.checkout;

import io.boxoffice.resale.listing.ListingStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For payment alone. */
@RestController
@RequestMapping("/internal/listings/{listingId}")
class CheckoutController {
    private final Checkouts checkouts;

    CheckoutController(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    record CheckoutRequest(@NotNull UUID orderId, @NotNull UUID userId) {}

    record ConfirmRequest(
            @NotNull UUID orderId,
            @Positive long fence,
            @NotNull UUID userId) {}

    /** How payment gives a hold up; a listing goes back to be offered either way. */
    enum Outcome {
        RETURN,
        RELEASE
    }

    record AbandonRequest(
            @NotNull UUID orderId,
            @Positive long fence,
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 40) String cause) {}

    record Confirmed(UUID orderId, List<Ticket> tickets) {
        record Ticket(UUID ticketId, UUID seatId) {}
    }

    record Abandoned(ListingStatus status) {}

    @PostMapping("/checkout")
    Checkout checkout(@PathVariable UUID listingId, @Valid @RequestBody CheckoutRequest request) {
        return checkouts.checkout(listingId, request.orderId(), request.userId());
    }

    @PostMapping("/confirm")
    Confirmed confirm(@PathVariable UUID listingId, @Valid @RequestBody ConfirmRequest request) {
        var given = checkouts.confirm(listingId, request.orderId(), request.fence(), request.userId());
        return new Confirmed(
                request.orderId(),
                given.stream()
                        .map(ticket -> new Confirmed.Ticket(ticket.ticketId(), ticket.seatId()))
                        .toList());
    }

    @PostMapping("/abandon")
    Abandoned abandon(@PathVariable UUID listingId, @Valid @RequestBody AbandonRequest request) {
        return new Abandoned(checkouts.abandon(listingId, request.orderId(), request.fence(), request.cause()));
    }
}
