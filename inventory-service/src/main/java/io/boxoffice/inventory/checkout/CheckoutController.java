package io.boxoffice.inventory.checkout;

import io.boxoffice.inventory.hold.HoldStatus;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For payment alone. */
@RestController
@RequestMapping("/internal/events/{eventId}")
class CheckoutController {
    private final Checkouts checkouts;

    CheckoutController(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    record CheckoutRequest(
            @NotNull UUID orderId,
            @NotNull UUID userId,
            @Nullable UUID sessionId) {}

    record ConfirmRequest(
            @NotNull UUID orderId,
            @Positive long fence,
            @NotNull UUID userId) {}

    record AbandonRequest(
            @NotNull UUID orderId,
            @Positive long fence,
            Checkouts.@NotNull Outcome outcome,
            @NotBlank @Size(max = 40) String cause) {}

    record RevokeRequest(@NotBlank @Size(max = 40) String cause) {}

    record Confirmed(UUID orderId, List<Ticket> tickets) {
        record Ticket(UUID ticketId, UUID seatId) {}
    }

    record Abandoned(HoldStatus status) {}

    record Revoked(int revoked) {}

    @GetMapping("/holds/{holdId}")
    Checkout look(@PathVariable UUID eventId, @PathVariable UUID holdId, @RequestParam("user_id") UUID userId) {
        return checkouts.look(eventId, holdId, userId);
    }

    @PostMapping("/holds/{holdId}/checkout")
    Checkout checkout(
            @PathVariable UUID eventId, @PathVariable UUID holdId, @Valid @RequestBody CheckoutRequest request) {
        return checkouts.checkout(eventId, holdId, request.orderId(), request.userId(), request.sessionId());
    }

    @PostMapping("/holds/{holdId}/confirm")
    Confirmed confirm(
            @PathVariable UUID eventId, @PathVariable UUID holdId, @Valid @RequestBody ConfirmRequest request) {
        var purchase = checkouts.confirm(eventId, holdId, request.orderId(), request.fence(), request.userId());
        return new Confirmed(
                request.orderId(),
                purchase.tickets().stream()
                        .map(ticket -> new Confirmed.Ticket(ticket.ticketId(), ticket.seatId()))
                        .toList());
    }

    @PostMapping("/holds/{holdId}/abandon")
    Abandoned abandon(
            @PathVariable UUID eventId, @PathVariable UUID holdId, @Valid @RequestBody AbandonRequest request) {
        return new Abandoned(checkouts.abandon(
                eventId, holdId, request.orderId(), request.fence(), request.outcome(), request.cause()));
    }

    @PostMapping("/orders/{orderId}/revoke")
    Revoked revoke(@PathVariable UUID eventId, @PathVariable UUID orderId, @Valid @RequestBody RevokeRequest request) {
        return new Revoked(checkouts.revoke(eventId, orderId, request.cause()));
    }
}
