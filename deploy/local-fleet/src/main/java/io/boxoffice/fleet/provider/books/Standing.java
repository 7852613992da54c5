package io.boxoffice.fleet.provider.books;

import org.jspecify.annotations.Nullable;

/**
 * How far an intent has come.
 *
 * @param received money taken so far, in minor units
 * @param charge the latest attempt to charge the card
 */
public record Standing(
        Status status,
        @Nullable String paymentMethod,
        long received,
        @Nullable String charge,
        @Nullable Decline lastError,
        @Nullable Long canceledAt,
        @Nullable String cancellationReason) {

    static Standing fresh(@Nullable String paymentMethod) {
        var status = paymentMethod == null ? Status.REQUIRES_PAYMENT_METHOD : Status.REQUIRES_CONFIRMATION;
        return new Standing(status, paymentMethod, 0, null, null, null, null);
    }

    static Standing authorised(Card card) {
        return new Standing(Status.REQUIRES_CAPTURE, card.id(), 0, Ids.next("ch_"), null, null, null);
    }

    static Standing declined(Decline decline) {
        return new Standing(Status.REQUIRES_PAYMENT_METHOD, null, 0, decline.charge(), decline, null, null);
    }

    Standing paid(long amount) {
        return new Standing(Status.SUCCEEDED, paymentMethod, amount, charge, null, null, null);
    }

    Standing canceled(long at, @Nullable String reason) {
        return new Standing(Status.CANCELED, paymentMethod, 0, charge, lastError, at, reason);
    }
}
