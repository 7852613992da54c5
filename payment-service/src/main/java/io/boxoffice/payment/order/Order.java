package io.boxoffice.payment.order;

import io.boxoffice.payment.hold.HoldKey;
import io.boxoffice.payment.pricing.Charge;
import io.boxoffice.payment.pricing.Fee;
import io.boxoffice.payment.pricing.Seat;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as stored.
 *
 * @param holdId the hold; of a RESALE order the listing
 * @param sellerId whose tickets a RESALE order sells, once its listing is locked
 * @param total as the fan expected it until the seats are locked, then as priced
 * @param ending decided once it is clear that nothing will be sold
 * @param age by the database's clock when it was read
 * @param items what became of each seat since it was sold; empty before
 */
public record Order(
        UUID id,
        OrderKind kind,
        UUID userId,
        UUID eventId,
        UUID holdId,
        @Nullable UUID sellerId,
        @Nullable UUID sessionId,
        OrderStatus status,
        Step step,
        String paymentMethod,
        BigDecimal expectedTotal,
        BigDecimal total,
        String currency,
        List<Seat> seats,
        List<Fee> fees,
        BigDecimal tax,
        @Nullable Long fence,
        @Nullable String paymentIntent,
        @Nullable Ending ending,
        Instant createdAt,
        Duration age,
        Map<UUID, ItemStatus> items) {

    /** How the keeper of its seats knows the order. */
    public HoldKey holdKey() {
        return new HoldKey(eventId, holdId, id, userId);
    }

    /** The proof that the order owns its hold; there from {@link Step#LOCKED} on. */
    public long requiredFence() {
        return Objects.requireNonNull(fence, "fence");
    }

    /** The provider's intent; there from {@link Step#INTENDED} on. */
    public String requiredIntent() {
        return Objects.requireNonNull(paymentIntent, "payment intent");
    }

    /** What the buyer pays, and for what. */
    public Charge charge() {
        return Charge.of(seats, fees, tax, total, kind == OrderKind.RESALE);
    }

    /** How it ends; there from {@link Step#CLOSING} on. */
    Ending requiredEnding() {
        return Objects.requireNonNull(ending, "ending");
    }

    /** The same order after {@link Step#CONFIRMING} was written. */
    Order confirming() {
        return new Order(
                id,
                kind,
                userId,
                eventId,
                holdId,
                sellerId,
                sessionId,
                status,
                Step.CONFIRMING,
                paymentMethod,
                expectedTotal,
                total,
                currency,
                seats,
                fees,
                tax,
                fence,
                paymentIntent,
                ending,
                createdAt,
                age,
                items);
    }

    boolean isOlderThan(Duration limit) {
        return age.compareTo(limit) > 0;
    }
}
