package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.InstantSource;

/** Verification by a published key set that outlives the publisher's outages. */
final class BearerTokens {

    private BearerTokens() {}

    static DefaultJWTProcessor<SecurityContext> processor(URI keySet, JWSAlgorithm algorithm, InstantSource clock) {
        return processor(KeySetAddresses.of(keySet.toString()), algorithm, clock);
    }

    static DefaultJWTProcessor<SecurityContext> processor(
            KeySetAddresses keySet, JWSAlgorithm algorithm, InstantSource clock) {
        return processor(new PublishedKeys(keySet.toString(), () -> JWKSet.parse(keySet.text()), clock), algorithm);
    }

    static DefaultJWTProcessor<SecurityContext> processor(PublishedKeys keys, JWSAlgorithm algorithm) {
        var processor = new RememberingProcessor();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
        // expiry and issuer are judged by Spring's validators, or by the caller
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
