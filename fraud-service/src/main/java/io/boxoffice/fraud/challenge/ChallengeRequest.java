package io.boxoffice.fraud.challenge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.boxoffice.common.security.Challenges.Purpose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a challenge.
 *
 * @param deviceId the device whose requests will carry the clearance, where they name one
 */
record ChallengeRequest(
        @NotNull Purpose purpose,
        @NotNull UUID eventId,
        @Nullable @Size(max = 64) String deviceId,
        @NotNull Type type) {

    /** The kinds of challenges. */
    enum Type {
        /** Proof of work. */
        @JsonProperty("pow")
        POW
    }
}
