package io.boxoffice.inventory.hold;

import io.boxoffice.common.security.AccessTokens;
import io.boxoffice.common.web.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Only who was admitted places a hold: an unexpired access token of a session that goes on, unless there is no queue. */
@Component
class Admission {
    private final AccessTokens tokens;

    Admission(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** What the fan shows. */
    record Presented(
            UUID user,
            @Nullable String accessToken,
            @Nullable String deviceId) {}

    HoldPlacement.Fan admit(UUID event, Presented presented, boolean tokenNeeded) {
        if (!tokenNeeded) {
            return new HoldPlacement.Fan(
                    presented.user(), null, presented.user().toString());
        }
        var session = tokens.verify(presented.accessToken(), event, presented.user(), presented.deviceId());
        if (session.ended().isPresent()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "access-token-revoked", "This session is over; join the queue again.");
        }
        if (session.expired()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "access-token-expired", "Your time to choose is over; join the queue again.");
        }
        return new HoldPlacement.Fan(presented.user(), session.id(), session.limitKey());
    }
}
