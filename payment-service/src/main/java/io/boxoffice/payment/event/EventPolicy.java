package io.boxoffice.payment.event;

import io.boxoffice.payment.pricing.FeeTerms;
import io.boxoffice.payment.pricing.Money;
import java.util.UUID;

/**
 * What an order needs to know of its event.
 *
 * @param queueOff whether the event sells without a waiting room
 */
public record EventPolicy(UUID eventId, String currency, FeeTerms fees, boolean queueOff) {

    /**
     * Only two-decimal currencies are taken.
     *
     * @throws io.boxoffice.common.web.ProblemException 422 {@code currency-unsupported}
     */
    public void requireSupportedCurrency() {
        Money.requireSupported(currency);
    }
}
