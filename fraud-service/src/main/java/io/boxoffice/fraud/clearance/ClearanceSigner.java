package io.boxoffice.fraud.clearance;

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
import io.boxoffice.common.security.Challenges.Purpose;
import io.boxoffice.fraud.key.SigningKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signs clearances (ES256) and publishes the keys that verify them. */
@Component
public class ClearanceSigner {
    private static final String ISSUER = "boxoffice-fraud";

    private final List<ECKey> keys;

    ClearanceSigner(SigningKeys keys) {
        this.keys = keys.load("clearance", ClearanceSigner::generate).stream()
                .map(ClearanceSigner::parse)
                .toList();
    }

    /** A clearance for this purpose, event, account and device ({@code deviceHash} as in access tokens), from now on. */
    public Clearance sign(Purpose purpose, UUID event, UUID user, String deviceHash, Instant now, Duration lasts) {
        var key = keys.getFirst();
        // whole seconds, which is all that a JWT can say
        var expires = Instant.ofEpochSecond(now.plus(lasts).getEpochSecond());
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(event.toString())
                .subject(user.toString())
                .claim("dev", deviceHash)
                .claim("purpose", purpose.word())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .keyID(key.getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return new Clearance(jwt.serialize(), expires);
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
