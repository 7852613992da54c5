package io.boxoffice.payment.order;

import io.boxoffice.payment.pricing.Money;
import io.boxoffice.payment.risk.Orderer;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What resale-service asks for on behalf of a buyer: the order, and what is known of who asked.
 *
 * @param email where to write to the buyer; their token may not tell
 * @param paymentMethod the provider's id of one, never a card
 * @param expectedTotal what the buyer agreed to pay
 */
record ResaleOrderRequest(
        @NotNull UUID listingId,
        @NotNull UUID eventId,
        @NotNull UUID userId,
        @Nullable @Size(max = 320) String email,
        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

        @NotNull @Pattern(regexp = PaymentMethods.ID, message = PaymentMethods.WANTED)
        String paymentMethod,

        @NotNull BigDecimal expectedTotal,
        @Nullable String deviceId,
        @Nullable String address,
        @Nullable Instant accountCreatedAt,
        @Nullable String clearance) {

    @SuppressWarnings("ConstantValue") // null is refused by validation afterwards
    ResaleOrderRequest {
        if (expectedTotal != null) {
            expectedTotal = Money.payable(expectedTotal);
        }
    }

    /** What makes two requests the same: a repeat may come from another address and with a clearance. */
    record Terms(UUID eventId, String currency, String paymentMethod, BigDecimal expectedTotal) {}

    Terms terms() {
        return new Terms(eventId, currency, paymentMethod, expectedTotal);
    }

    NewOrder order() {
        return new NewOrder(
                OrderKind.RESALE, userId, email, eventId, listingId, null, paymentMethod, expectedTotal, currency);
    }

    Orderer orderer() {
        return new Orderer(userId, eventId, deviceId, address, accountCreatedAt, clearance);
    }

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "ResaleOrderRequest[listingId=" + listingId + "]";
    }
}
