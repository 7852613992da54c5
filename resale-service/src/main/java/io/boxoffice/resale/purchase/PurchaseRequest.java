package io.boxoffice.resale.purchase;

import io.boxoffice.common.web.ProblemException;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;

/**
 * The body of a purchase.
 *
 * @param paymentMethod the provider's id of one, never a card
 * @param expectedTotal what the fan agreed to pay
 */
record PurchaseRequest(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_]{3,255}", message = "Send the id of a payment method made at the provider.")
        String paymentMethod,

        @NotNull @Positive @Digits(integer = 8, fraction = 2)
        BigDecimal expectedTotal) {

    @SuppressWarnings("ConstantValue") // null is refused by validation afterwards
    PurchaseRequest {
        if (paymentMethod != null && paymentMethod.replaceAll("[ -]", "").matches("\\d{13,19}")) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "card-number-refused",
                    "Never send card numbers here; make a payment method at the provider and send its id.");
        }
    }
}
