package io.boxoffice.inventory.hold;

import io.boxoffice.common.security.Challenges.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whom an event without a queue asks for a challenge before it knows anything of them: new accounts, and a sample of all. */
@Component
class DoorChallenge {
    private final ChallengeProperties properties;
    private final ChallengeProperties.Sample sample;
    private final InstantSource clock;

    DoorChallenge(ChallengeProperties properties, ChallengeProperties.Sample sample, java.time.Clock clock) {
        this.properties = properties;
        this.sample = sample;
        this.clock = clock;
    }

    Verdict verdictOn(UUID event, Admission.Presented presented) {
        var created = presented.accountCreatedAt();
        boolean isNew = created != null && created.plus(properties.newAccount()).isAfter(clock.instant());
        return isNew || share(presented.user(), event) < sample.sampleRate() ? Verdict.CHALLENGE : Verdict.ALLOW;
    }

    /** Where fan and event stand between 0 and 1: always the same place, which nobody can foresee for all events. */
    private static double share(UUID user, UUID event) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(("hold " + user + event).getBytes(StandardCharsets.UTF_8));
            return Integer.toUnsignedLong(ByteBuffer.wrap(hash).getInt()) / (double) (1L << Integer.SIZE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
