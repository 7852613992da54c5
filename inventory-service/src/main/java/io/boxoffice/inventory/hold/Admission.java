package io.boxoffice.inventory.hold;

import io.boxoffice.common.security.AccessTokens;
import io.boxoffice.common.security.Challenges;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.common.security.SessionEnd;
import io.boxoffice.common.web.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Only who was admitted places a hold: an unexpired access token of a session that goes on, unless there is no queue. Where there
 * is none, the challenges of the queue's door are asked for here; everywhere, those of a known verdict.
 */
@Component
class Admission {
    private final AccessTokens tokens;
    private final Challenges challenges;
    private final DoorChallenge door;

    Admission(AccessTokens tokens, Challenges challenges, DoorChallenge door) {
        this.tokens = tokens;
        this.challenges = challenges;
        this.door = door;
    }

    /** What the fan shows. */
    record Presented(
            UUID user,
            @Nullable Instant accountCreatedAt,
            @Nullable String accessToken,
            @Nullable String deviceId,
            @Nullable String clearance) {}

    /** Judges by the rules of an event with a queue, or without. */
    Admitted admit(UUID event, Presented presented, boolean byToken) {
        try {
            return byToken ? byToken(event, presented) : withoutQueue(event, presented);
        } catch (ProblemException problem) {
            return new Admitted.TurnedAway(presented.user(), byToken, problem);
        }
    }

    private Admitted.Fan withoutQueue(UUID event, Presented presented) {
        challenge(event, presented, door.verdictOn(event, presented));
        return new Admitted.Fan(presented.user(), null, presented.user().toString(), false);
    }

    private Admitted.Fan byToken(UUID event, Presented presented) {
        var session = tokens.verify(presented.accessToken(), event, presented.user(), presented.deviceId());
        if (session.ended().filter(end -> end != SessionEnd.EXPIRED).isPresent()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "access-token-revoked", "This session is over; join the queue again.");
        }
        if (session.expired() || session.ended().isPresent()) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "access-token-expired", "Your time to choose is over; join the queue again.");
        }
        challenge(event, presented, Verdict.ALLOW);
        return new Admitted.Fan(presented.user(), session.id(), session.limitKey(), true);
    }

    private void challenge(UUID event, Presented presented, Verdict atLeast) {
        var known = challenges.verdictOn(presented.user());
        challenges.require(
                known == Verdict.ALLOW ? atLeast : known,
                Purpose.HOLD,
                event,
                presented.user(),
                presented.deviceId(),
                presented.clearance());
    }
}
