package io.boxoffice.fraud.assessment;

import io.boxoffice.common.security.Challenges.Purpose;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants what, from where. */
record AssessmentRequest(
        @NotNull Purpose purpose,
        @NotNull UUID userId,
        @NotNull UUID eventId,
        @Nullable @Size(max = 64) String deviceId,
        @Nullable @Size(max = 64) String address,
        @Nullable Instant accountCreatedAt) {}
