package io.boxoffice.waitingroom.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of HMAC-SHA256. */
record SecretKey(String id, SecretKeySpec secret) implements KeyRing.Named {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    byte[] sign(byte[] text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Named after itself, so that every instance gives it the same name and nothing else has to be stored. */
    static SecretKey read(String material) {
        var secret = new SecretKeySpec(Base64.getDecoder().decode(material), ALGORITHM);
        var unnamed = new SecretKey("", secret);
        return new SecretKey(HexFormat.of().formatHex(unnamed.sign(new byte[] {'i', 'd'}), 0, 4), secret);
    }

    static String make() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
