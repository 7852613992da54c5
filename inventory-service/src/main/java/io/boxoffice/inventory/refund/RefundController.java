package io.boxoffice.inventory.refund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For payment alone. */
@RestController
@RequestMapping("/internal/events/{eventId}/orders/{orderId}/refunds/{refundId}")
class RefundController {
    private final Refunds refunds;

    RefundController(Refunds refunds) {
        this.refunds = refunds;
    }

    record LockRequest(
            @Nullable @Size(min = 1) List<@NotNull UUID> seatIds,
            @Nullable Boolean force) {}

    record CauseRequest(@NotNull RefundCause cause) {}

    record Locked(List<Refund.Item> tickets) {}

    record Revoked(int revoked) {}

    record Freed(int freed) {}

    record Restored(int restored) {}

    @PostMapping("/lock")
    Locked lock(
            @PathVariable UUID eventId,
            @PathVariable UUID orderId,
            @PathVariable UUID refundId,
            @Valid @RequestBody LockRequest request) {
        var force = Boolean.TRUE.equals(request.force());
        return new Locked(refunds.lock(new Refund(refundId, eventId, orderId), request.seatIds(), force));
    }

    @PostMapping("/revoke")
    Revoked revoke(
            @PathVariable UUID eventId,
            @PathVariable UUID orderId,
            @PathVariable UUID refundId,
            @Valid @RequestBody CauseRequest request) {
        return new Revoked(refunds.revoke(new Refund(refundId, eventId, orderId), request.cause()));
    }

    @PostMapping("/free")
    Freed free(
            @PathVariable UUID eventId,
            @PathVariable UUID orderId,
            @PathVariable UUID refundId,
            @Valid @RequestBody CauseRequest request) {
        return new Freed(refunds.free(new Refund(refundId, eventId, orderId), request.cause()));
    }

    @PostMapping("/restore")
    Restored restore(@PathVariable UUID eventId, @PathVariable UUID orderId, @PathVariable UUID refundId) {
        return new Restored(refunds.restore(new Refund(refundId, eventId, orderId)));
    }
}
