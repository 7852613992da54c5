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

        @NotNull @Pattern(regexp = PaymentMethods.ID, message = PaymentMethods.WANTED)
        String paymentMethod,

        @NotNull BigDecimal expectedTotal) {
    @SuppressWarnings("ConstantValue") // null is refused by validation afterwards
    OrderRequest {
        if (expectedTotal != null) {
            expectedTotal = Money.payable(expectedTotal);
        }
    }
}
