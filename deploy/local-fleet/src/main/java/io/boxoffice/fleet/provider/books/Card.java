package io.boxoffice.fleet.provider.books;

import org.jspecify.annotations.Nullable;

/**
 * A payment method: what may be kept of a card, which is never its number.
 *
 * @param fingerprint the same for the same card, and useless for guessing its number
 * @param declineCode why this card refuses every charge; absent for a good one
 */
public record Card(
        String id,
        long created,
        String brand,
        String last4,
        int expMonth,
        int expYear,
        String fingerprint,
        @Nullable String declineCode) {}
