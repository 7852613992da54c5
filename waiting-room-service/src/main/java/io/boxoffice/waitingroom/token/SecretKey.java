package io.boxoffice.waitingroom.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of HMAC-SHA256.
 *
 * @param keyed the computation that has taken the key and nothing else; copied for each use, which costs less than a new one
 */
record SecretKey(String id, Mac keyed) implements KeyRing.Named {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    byte[] sign(byte[] text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Named after itself, so that every instance gives it the same name and nothing else has to be stored. */
    static SecretKey read(String material) {
        try {
            var keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(Base64.getDecoder().decode(material), ALGORITHM));
            var unnamed = new SecretKey("", keyed);
            return new SecretKey(HexFormat.of().formatHex(unnamed.sign(new byte[] {'i', 'd'}), 0, 4), keyed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String make() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
