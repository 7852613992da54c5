package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Duration;

/** Verification by a published key set that outlives the publisher's outages: the last good set stays in use. */
final class BearerTokens {
    private static final Duration CACHED = Duration.ofMinutes(10);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REFETCH_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration OUTAGE_TOLERATED = Duration.ofDays(7);

    private BearerTokens() {}

    static DefaultJWTProcessor<SecurityContext> processor(URI keySet, JWSAlgorithm algorithm) {
        return processor(KeySetAddresses.of(keySet.toString()), algorithm);
    }

    static DefaultJWTProcessor<SecurityContext> processor(KeySetAddresses keySet, JWSAlgorithm algorithm) {
        var processor = new RememberingProcessor();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys(keySet)));
        // expiry and issuer are judged by Spring's validators, or by the caller
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private static JWKSource<SecurityContext> keys(KeySetAddresses keySet) {
        return JWKSourceBuilder.<SecurityContext>create(keySet.first(), keySet.retriever())
                .cache(CACHED.toMillis(), REFRESH_TIMEOUT.toMillis())
                .rateLimited(REFETCH_AT_MOST_EVERY.toMillis())
                .outageTolerant(OUTAGE_TOLERATED.toMillis())
                .build();
    }
}
