package io.boxoffice.fraud.counter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an account did.
 *
 * @param sign what is counted; nothing where only device, address or age are learnt, or where it is only looked
 * @param id the same each time it is heard
 * @param device hash of the device
 * @param address hash of the address
 */
public record Observation(
        UUID user,
        @Nullable Sign sign,
        String id,
        Instant at,
        @Nullable String device,
        @Nullable String address,
        @Nullable Instant accountCreatedAt) {

    /** A sign without more. */
    public static Observation of(UUID user, Sign sign, String id, Instant at) {
        return new Observation(user, sign, id, at, null, null, null);
    }

    /** A look at what is known. */
    public static Observation look(UUID user, Instant at) {
        return new Observation(user, null, "", at, null, null, null);
    }
}
