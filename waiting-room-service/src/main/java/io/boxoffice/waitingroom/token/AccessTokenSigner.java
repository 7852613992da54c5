package io.boxoffice.waitingroom.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Signs access tokens (ES256) and publishes the keys that verify them. */
@Component
public class AccessTokenSigner {
    private static final String ISSUER = "boxoffice-waiting-room";

    private final SessionIds sessions;
    private final KeyRing<AccessKey> keys;

    AccessTokenSigner(KeyRing<AccessKey> accessKeys, SessionIds sessions) {
        this.sessions = sessions;
        this.keys = accessKeys;
    }

    /** A token for the session of this place. */
    public String sign(QueueToken place, Instant expires, Duration lasts) {
        return keys.signing()
                .sign(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(place.event().toString())
                        .subject(place.fan().toString())
                        .claim("dev", place.deviceHash())
                        .claim("limit_key", place.fan().toString())
                        .jwtID(sessions.of(place.event(), place.entry(), place.session())
                                .toString())
                        .issueTime(Date.from(expires.minus(lasts)))
                        .expirationTime(Date.from(expires))
                        .build());
    }

    /** Whether a token of ours can still be verified: its key may have been revoked since. */
    public boolean isVerifiable(String token) {
        try {
            return keys.find(SignedJWT.parse(token).getHeader().getKeyID()).isPresent();
        } catch (ParseException e) {
            throw new IllegalArgumentException("not a token of ours", e);
        }
    }

    /** The public halves. */
    JWKSet publicKeys() {
        return new JWKSet(
                keys.all().stream().map(each -> (JWK) each.key().toPublicJWK()).toList());
    }
}
