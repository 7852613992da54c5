package io.boxoffice.waitingroom.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** Signs access tokens (ES256) and publishes the keys that verify them. */
@Component
public class AccessTokenSigner {
    private static final String ISSUER = "boxoffice-waiting-room";

    private final SessionIds sessions;
    private final List<ECKey> keys;

    AccessTokenSigner(SigningKeyRepository repository, SessionIds sessions) {
        this.sessions = sessions;
        this.keys = repository.load("access-token", AccessTokenSigner::generate).stream()
                .map(AccessTokenSigner::parse)
                .toList();
    }

    /** A token for the session of this place. */
    public String sign(QueueToken place, Instant expires, Duration lasts) {
        var key = keys.getFirst();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(place.event().toString())
                .subject(place.fan().toString())
                .claim("dev", place.deviceHash())
                .claim("limit_key", place.fan().toString())
                .jwtID(sessions.of(place.event(), place.entry(), place.session())
                        .toString())
                .issueTime(Date.from(expires.minus(lasts)))
                .expirationTime(Date.from(expires))
                .build();
        try {
            var jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public halves. */
    JWKSet publicKeys() {
        return new JWKSet(keys.stream().map(key -> (JWK) key.toPublicJWK()).toList());
    }

    private static String generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey parse(String material) {
        try {
            return ECKey.parse(material);
        } catch (ParseException e) {
            throw new IllegalStateException("a signing key in the database cannot be read", e);
        }
    }
}
