package io.boxoffice.payment.order;

import io.boxoffice.common.web.Problems;

/** Which payment methods an order takes: a provider's id, never a card. */
final class PaymentMethods {
    static final String ID = "[A-Za-z0-9_]{3,255}";
    static final String WANTED = "Send the id of a payment method made at the provider.";
    private static final String NEEDS_THE_FAN = "pm_card_authenticationRequired";

    private PaymentMethods() {}

    /** Refuses one that asks for a step of the fan's. */
    static void requireUnattended(String paymentMethod) {
        if (paymentMethod.startsWith(NEEDS_THE_FAN)) {
            throw Problems.notAvailableYet("Strong customer authentication (3-D Secure)");
        }
    }
}
