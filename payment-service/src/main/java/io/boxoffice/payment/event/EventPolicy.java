package io.boxoffice.payment.event;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.payment.pricing.FeeTerms;
import io.boxoffice.payment.pricing.Money;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * What an order needs to know of its event.
 *
 * @param queueOff whether the event sells without a waiting room
 */
public record EventPolicy(UUID eventId, String currency, FeeTerms fees, boolean queueOff) {

    /**
     * Only two-decimal currencies are taken.
     *
     * @throws ProblemException 422 {@code currency-unsupported}
     */
    public void requireSupportedCurrency() {
        if (!Money.isSupported(currency)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "currency-unsupported",
                    "Only currencies with two decimals can be paid.");
        }
    }
}
