package io.boxoffice.gateway.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.gateway.keys.KeySet.Lookup;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/** Checks signature, issuer and time of a JWT; what its other claims mean is for the caller to say. */
public final class TokenVerifier {

    private final KeySet keys;
    private final String issuer;
    private final Duration leeway;
    private final InstantSource clock;

    /** A verifier for the tokens of one issuer, lenient by a clock's possible error. */
    public TokenVerifier(KeySet keys, String issuer, Duration leeway, InstantSource clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.leeway = leeway;
        this.clock = clock;
    }

    /** Checks a token in its compact form. */
    public Mono<Verification> verify(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var header = jwt.getHeader();
            if (!keys.algorithm().is(header.getAlgorithm()) || header.getKeyID() == null) {
                return Mono.just(new Verification.Invalid());
            }
            return keys.find(header.getKeyID()).map(lookup -> switch (lookup) {
                case Lookup.Found(var verifier) -> verify(jwt, verifier);
                case Lookup.Unknown() -> new Verification.Invalid();
                case Lookup.NeverFetched() -> new Verification.Undecided();
            });
        } catch (ParseException notASignedJwt) {
            return Mono.just(new Verification.Invalid());
        }
    }

    private Verification verify(SignedJWT jwt, JWSVerifier verifier) {
        try {
            return jwt.verify(verifier) ? claims(jwt.getJWTClaimsSet()) : new Verification.Invalid();
        } catch (JOSEException | ParseException | IllegalArgumentException unreadable) {
            return new Verification.Invalid();
        }
    }

    private Verification claims(JWTClaimsSet claims) {
        var now = clock.instant();
        var expires = claims.getExpirationTime();
        var begins = claims.getNotBeforeTime();
        if (expires == null
                || !issuer.equals(claims.getIssuer())
                || (begins != null && begins.toInstant().minus(leeway).isAfter(now))) {
            return new Verification.Invalid();
        }
        return expires.toInstant().plus(leeway).isAfter(now)
                ? new Verification.Valid(claims)
                : new Verification.Expired(claims);
    }
}
