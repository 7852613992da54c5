package io.boxoffice.notification.letter;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that somebody is owed.
 *
 * @param cause why, {@code <kind>:<id>}; never owed twice
 * @param facts JSON of what only the cause told; never an address
 */
public record Owed(
        Kind kind,
        String cause,
        UUID eventId,
        @Nullable UUID orderId,
        @Nullable UUID userId,
        @Nullable UUID subscriptionId,
        String facts) {

    /** A letter to the buyer of an order, once for this {@code id}. */
    public static Owed toBuyer(Kind kind, UUID id, UUID eventId, UUID orderId, UUID userId, String facts) {
        return new Owed(kind, kind.cause(id), eventId, orderId, userId, null, facts);
    }

    UUID order() {
        return Objects.requireNonNull(orderId, "a letter to a buyer has an order");
    }

    UUID subscription() {
        return Objects.requireNonNull(subscriptionId, "a letter to a subscriber has a subscription");
    }
}
