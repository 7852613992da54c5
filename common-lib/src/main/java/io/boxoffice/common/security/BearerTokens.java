package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.InstantSource;

/** Verification by a published key set that outlives the publisher's outages. */
final class BearerTokens {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_SET = 64 * 1024;

    private BearerTokens() {}

    static DefaultJWTProcessor<SecurityContext> processor(URI keySet, JWSAlgorithm algorithm, InstantSource clock) {
        var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_SET);
        var url = url(keySet);
        return processor(
                new PublishedKeys(
                        keySet.toString(),
                        () -> JWKSet.parse(retriever.retrieveResource(url).getContent()),
                        clock),
                algorithm);
    }

    static DefaultJWTProcessor<SecurityContext> processor(PublishedKeys keys, JWSAlgorithm algorithm) {
        var processor = new RememberingProcessor();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
        // expiry and issuer are judged by Spring's validators, or by the caller
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private static URL url(URI keySet) {
        try {
            return keySet.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a key set address: " + keySet, e);
        }
    }
}
