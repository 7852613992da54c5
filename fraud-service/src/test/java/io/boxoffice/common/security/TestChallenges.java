package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;

/** Challenges as the other services have them, by the keys that we publish. */
public final class TestChallenges {
    private TestChallenges() {}

    public static Challenges by(URI keySet, Clock clock) {
        return new Challenges(
                new Clearances(BearerTokens.processor(keySet, JWSAlgorithm.ES256, clock), clock),
                new RiskVerdicts(clock),
                new SimpleMeterRegistry());
    }
}
