package io.boxoffice.payment.admission;

import io.boxoffice.common.security.AccessTokens;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.security.SessionEnd;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.payment.event.EventPolicy;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Which admission session a fan orders in. A buyer is never locked out mid-payment: expired and finished sessions pass. */
@Component
public class Admissions {
    private final AccessTokens tokens;

    Admissions(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The session that the access token speaks of; empty for an event without a waiting room.
     *
     * @throws ProblemException 403 {@code access-token-required, -invalid, -revoked, wrong-device}
     */
    public Optional<UUID> session(
            EventPolicy policy, Caller caller, @Nullable String accessToken, @Nullable String deviceId) {
        if (policy.queueOff()) {
            return Optional.empty();
        }
        var session = tokens.verify(accessToken, policy.eventId(), caller.sub(), deviceId);
        session.ended().filter(Admissions::locksOut).ifPresent(_ -> {
            throw revoked();
        });
        return Optional.of(session.id());
    }

    /** 403: the session is over, or the hold was placed in another one. */
    public static ProblemException revoked() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "access-token-revoked",
                "This admission session is over, or the hold belongs to another one; join the queue again.");
    }

    private static boolean locksOut(SessionEnd end) {
        return switch (end) {
            case SUPERSEDED, LEFT -> true;
            case PURCHASED, EXPIRED -> false;
        };
    }
}
