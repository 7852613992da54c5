package io.boxoffice.gateway.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.gateway.keys.KeySet.Lookup;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Checks signature, issuer and time of a JWT; what its other claims mean is for the caller to say. The signature, the dearest
 * part of a request, is checked once a minute and token; time and issuer at every use.
 */
public final class TokenVerifier {

    /** How long a good signature is remembered, and a key that was withdrawn may still be believed. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int AT_MOST = 5_000;

    private final KeySet keys;
    private final String issuer;
    private final Duration leeway;
    private final InstantSource clock;
    private final Cache<String, JWTClaimsSet> verified = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** A verifier for the tokens of one issuer, lenient by a clock's possible error. */
    public TokenVerifier(KeySet keys, String issuer, Duration leeway, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Checks a token in its compact form. */
    public Mono<Verification> verify(String token) {
        var known = verified.getIfPresent(token);
        if (known != null) {
            return Mono.just(claims(known));
        }
        var jwt = parse(token);
        if (jwt == null
                || !keys.algorithm().is(jwt.getHeader().getAlgorithm())
                || jwt.getHeader().getKeyID() == null) {
            return Mono.just(new Verification.Invalid());
        }
        return keys.find(jwt.getHeader().getKeyID()).map(lookup -> switch (lookup) {
            case Lookup.Found(var verifier) -> verify(jwt, verifier);
            case Lookup.Unknown() -> new Verification.Invalid();
            case Lookup.NeverFetched() -> new Verification.Undecided();
        });
    }

    /** The parser breaks on some headers that no library writes, such as {@code null}; they are no tokens. */
    private static @Nullable SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException | RuntimeException notASignedJwt) {
            return null;
        }
    }

    private Verification verify(SignedJWT jwt, JWSVerifier verifier) {
        try {
            if (!jwt.verify(verifier)) {
                return new Verification.Invalid();
            }
            var claims = jwt.getJWTClaimsSet();
            verified.put(jwt.getParsedString(), claims);
            return claims(claims);
        } catch (JOSEException | ParseException | IllegalArgumentException unreadable) {
            return new Verification.Invalid();
        }
    }

    private Verification claims(JWTClaimsSet claims) {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        if (expires == null
                || !issuer.equals(claims.getIssuer())
                || isAhead(claims.getNotBeforeTime(), now)
                || isAhead(claims.getIssueTime(), now)) {
            return new Verification.Invalid();
        }
        return expires.toInstant().plus(leeway).isAfter(now)
                ? new Verification.Valid(claims)
                : new Verification.Expired(claims);
    }

    private boolean isAhead(@Nullable Date when, Instant now) {
        return when != null && when.toInstant().minus(leeway).isAfter(now);
    }
}
