package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;

/** Verification by a published key set that outlives the publisher's outages: the last good set stays in use. */
final class BearerTokens {
    private static final Duration CACHED = Duration.ofMinutes(10);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REFETCH_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final Duration OUTAGE_TOLERATED = Duration.ofDays(7);
    private static final int TIMEOUT_MILLIS = 2_000;

    private BearerTokens() {}

    static DefaultJWTProcessor<SecurityContext> processor(URI keySet, JWSAlgorithm algorithm) {
        var processor = new RememberingProcessor();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys(keySet)));
        // expiry and issuer are judged by Spring's validators, or by the caller
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private static JWKSource<SecurityContext> keys(URI keySet) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            keySet.toURL(), new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, 64 * 1024))
                    .cache(CACHED.toMillis(), REFRESH_TIMEOUT.toMillis())
                    .rateLimited(REFETCH_AT_MOST_EVERY.toMillis())
                    .outageTolerant(OUTAGE_TOLERATED.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a key set address: " + keySet, e);
        }
    }
}
