package io.boxoffice.payment.provider;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Who moves the money. Every change carries a key made of the order, so that repeating one is never a second change; each
 * method answers with what the provider now says of the intent, a definite refusal, or that nobody can tell.
 */
public interface PaymentProvider {

    /** What an intent is made of; amounts have two decimals. */
    record NewIntent(
            UUID orderId,
            UUID eventId,
            UUID holdId,
            UUID userId,
            BigDecimal amount,
            String currency,
            String paymentMethod) {}

    /** Makes an unconfirmed intent: no money moves. */
    Answer create(NewIntent intent);

    /** Reserves the money. */
    Answer confirm(UUID orderId, String intent);

    /** Takes the reserved money. */
    Answer capture(UUID orderId, String intent);

    /** Gives the intent up; reserved money is released. */
    Answer cancel(UUID orderId, String intent);

    /** Looks. */
    Answer retrieve(String intent);
}
