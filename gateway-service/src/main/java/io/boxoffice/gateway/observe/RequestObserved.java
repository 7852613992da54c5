package io.boxoffice.gateway.observe;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What an account did and what it was answered; no address and no device by name. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestObserved(
        @Nullable UUID eventId,
        Instant occurredAt,
        UUID userId,
        String action,
        @Nullable String deviceHash,
        @Nullable String addressHash,
        @Nullable Instant accountCreatedAt,
        int status) {

    static final String TYPE = "io.boxoffice.RequestObserved.v1";

    /** An event's messages keep their order; without one, a person's do. */
    String key() {
        return (eventId == null ? userId : eventId).toString();
    }
}
