package io.boxoffice.payment.order;

import io.boxoffice.payment.pricing.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The body of an order.
 *
 * @param paymentMethod the provider's id of one, never a card
 * @param expectedTotal what the fan agreed to pay
 */
record OrderRequest(
        @NotNull UUID holdId,

        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_]{3,255}", message = "Send the id of a payment method made at the provider.")
        String paymentMethod,

        @NotNull BigDecimal expectedTotal) {
    private static final BigDecimal MOST = new BigDecimal("99999999.99");

    @SuppressWarnings("ConstantValue") // null is refused by validation afterwards
    OrderRequest {
        if (expectedTotal != null) {
            expectedTotal = Money.exact(expectedTotal);
            if (expectedTotal.signum() <= 0 || expectedTotal.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("Send an amount above 0 and below 100 million.");
            }
        }
    }
}
