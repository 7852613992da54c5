package io.boxoffice.inventory.resale;

import io.boxoffice.common.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For resale alone. */
@RestController
@RequestMapping("/internal/events/{eventId}/tickets/{ticketId}")
class ResaleController {
    private final ResaleTickets tickets;

    ResaleController(ResaleTickets tickets) {
        this.tickets = tickets;
    }

    enum Kind {
        LISTED,
        RESALE_CHECKOUT
    }

    record LockRequest(
            @NotNull Kind kind,
            @NotNull UUID ref,
            @Nullable UUID holder,
            @Nullable UUID fromRef,
            @Nullable UUID buyer,
            @Nullable @Size(min = 1, max = 100) String limitKey) {}

    record UnlockRequest(
            @NotNull Kind kind, @NotNull UUID ref, @Nullable UUID toRef) {}

    record ReassignRequest(@NotNull UUID ref, @NotNull UUID buyer) {}

    @GetMapping
    OneTicket look(@PathVariable UUID eventId, @PathVariable UUID ticketId) {
        return tickets.look(eventId, ticketId);
    }

    @PostMapping("/lock")
    OneTicket lock(@PathVariable UUID eventId, @PathVariable UUID ticketId, @Valid @RequestBody LockRequest request) {
        return switch (request.kind()) {
            case LISTED -> tickets.list(eventId, ticketId, request.ref(), needed(request.holder(), "/holder"));
            case RESALE_CHECKOUT ->
                tickets.checkout(
                        eventId,
                        ticketId,
                        new ResaleTickets.Buying(
                                request.ref(),
                                needed(request.fromRef(), "/from_ref"),
                                needed(request.buyer(), "/buyer"),
                                needed(request.limitKey(), "/limit_key")));
        };
    }

    @PostMapping("/unlock")
    OneTicket unlock(
            @PathVariable UUID eventId, @PathVariable UUID ticketId, @Valid @RequestBody UnlockRequest request) {
        return switch (request.kind()) {
            case LISTED -> tickets.unlist(eventId, ticketId, request.ref());
            case RESALE_CHECKOUT -> tickets.leaveCheckout(eventId, ticketId, request.ref(), request.toRef());
        };
    }

    @PostMapping("/reassign")
    OneTicket reassign(
            @PathVariable UUID eventId, @PathVariable UUID ticketId, @Valid @RequestBody ReassignRequest request) {
        return tickets.reassign(eventId, ticketId, request.ref(), request.buyer());
    }

    private static <T> T needed(@Nullable T value, String pointer) {
        if (value == null) {
            throw Problems.invalid(pointer, "This kind of lock needs it.");
        }
        return value;
    }
}
