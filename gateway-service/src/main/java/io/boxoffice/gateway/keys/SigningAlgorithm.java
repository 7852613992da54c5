package io.boxoffice.gateway.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The algorithms we accept, each with the one kind of key that fits: a token cannot choose another pair. */
public enum SigningAlgorithm {
    RS256(JWSAlgorithm.RS256) {
        @Override
        @Nullable
        JWSVerifier verifier(JWK key) throws JOSEException {
            return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : null;
        }
    },
    ES256(JWSAlgorithm.ES256) {
        @Override
        @Nullable
        JWSVerifier verifier(JWK key) throws JOSEException {
            return key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) ? new ECDSAVerifier(ec) : null;
        }
    };

    private final JWSAlgorithm name;

    SigningAlgorithm(JWSAlgorithm name) {
        this.name = name;
    }

    abstract @Nullable JWSVerifier verifier(JWK key) throws JOSEException;

    boolean is(JWSAlgorithm stated) {
        return name.equals(stated);
    }

    /** A verifier for each usable key, by key id. */
    Map<String, JWSVerifier> verifiers(JWKSet keys) {
        var usable = new HashMap<String, JWSVerifier>();
        for (var key : keys.getKeys()) {
            var verifier = isForSigning(key) ? verifierOrNull(key) : null;
            if (verifier != null) {
                usable.put(key.getKeyID(), verifier);
            }
        }
        return Map.copyOf(usable);
    }

    private boolean isForSigning(JWK key) {
        return key.getKeyID() != null
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || name.equals(key.getAlgorithm()));
    }

    private @Nullable JWSVerifier verifierOrNull(JWK key) {
        try {
            return verifier(key);
        } catch (JOSEException unusable) {
            return null;
        }
    }
}
