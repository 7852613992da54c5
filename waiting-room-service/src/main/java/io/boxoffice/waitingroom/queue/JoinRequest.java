package io.boxoffice.waitingroom.queue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A wish to join.
 *
 * @param deviceId a stable name of the device, made by the client
 * @param secretHash base64url(SHA-256(32 random bytes)); the bytes stay with the client and are sent with every poll
 * @param presaleCode lets into the line during the presale; not looked at at other times
 */
public record JoinRequest(
        @NotNull @Size(min = 1, max = 64) String deviceId,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}", message = "must be base64url of a SHA-256 hash, 43 characters")
        String secretHash,

        @Nullable String presaleCode) {}
