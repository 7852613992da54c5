package io.boxoffice.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Checks a signature once a minute and token, not once a request: a fan shows the same token at every step, and the signature
 * is the dearest part of many requests. What a token says about time, event or device is judged at every use all the same.
 */
final class RememberingProcessor extends DefaultJWTProcessor<SecurityContext> {
    /** Also the time in which a key that was withdrawn may still be believed. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int AT_MOST = 5_000;

    private final Cache<String, JWTClaimsSet> verified = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** The parser breaks on some headers that no library writes, such as {@code null}; they are no tokens. */
    @Override
    public JWTClaimsSet process(String token, @Nullable SecurityContext context)
            throws ParseException, BadJOSEException, JOSEException {
        JWT parsed;
        try {
            parsed = JWTParser.parse(token);
        } catch (RuntimeException _) {
            throw new ParseException("not a JWT", 0);
        }
        return process(parsed, context);
    }

    @Override
    public JWTClaimsSet process(SignedJWT token, @Nullable SecurityContext context)
            throws BadJOSEException, JOSEException {
        var compact = token.getParsedString();
        var known = verified.getIfPresent(compact);
        if (known != null) {
            return known;
        }
        var claims = super.process(token, context);
        verified.put(compact, claims);
        return claims;
    }
}
