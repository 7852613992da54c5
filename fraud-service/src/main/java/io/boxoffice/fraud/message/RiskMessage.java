package io.boxoffice.fraud.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we tell on {@code boxoffice.risk}. */
public sealed interface RiskMessage {
    /** The event it happened at, where it was one's. */
    @Nullable
    UUID eventId();

    UUID userId();

    /** What the message is about: the CloudEvents subject. */
    default UUID subject() {
        return userId();
    }

    /** The verdict on an account; {@code purpose} is the action that led to it. */
    record RiskScored(
            @JsonInclude(Include.NON_NULL) @Nullable UUID eventId,
            Instant occurredAt,
            UUID userId,
            String purpose,
            int score,
            Verdict decision,
            List<String> reasons,
            String model)
            implements RiskMessage {}

    /** The account is blocked from now on. */
    record AccountFlagged(
            @JsonInclude(Include.NON_NULL) @Nullable UUID eventId,
            Instant occurredAt,
            UUID userId,
            Verdict decision,
            List<String> reasons)
            implements RiskMessage {}

    /** A fan asked for a challenge. */
    record ChallengeIssued(
            UUID eventId, Instant occurredAt, UUID challengeId, UUID userId, Purpose purpose, String type)
            implements RiskMessage {
        @Override
        public UUID subject() {
            return challengeId;
        }
    }

    /** A fan solved it. */
    record ChallengeSolved(
            UUID eventId, Instant occurredAt, UUID challengeId, UUID userId, Purpose purpose, String type)
            implements RiskMessage {
        @Override
        public UUID subject() {
            return challengeId;
        }
    }

    /** A fan sent a wrong solution. */
    record ChallengeFailed(
            UUID eventId, Instant occurredAt, UUID challengeId, UUID userId, Purpose purpose, String type)
            implements RiskMessage {
        @Override
        public UUID subject() {
            return challengeId;
        }
    }
}
