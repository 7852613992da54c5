package io.boxoffice.fraud.challenge;

import io.boxoffice.common.security.Challenges.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * A challenge given to a fan.
 *
 * @param deviceHash the claim {@code dev} of the clearance to come
 */
record Challenge(
        UUID id,
        UUID user,
        UUID event,
        Purpose purpose,
        String deviceHash,
        String salt,
        String hash,
        Instant expires) {}
