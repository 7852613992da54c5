package io.boxoffice.waitingroom.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A key of HMAC-SHA256. The same key read twice is equal. */
final class SecretKey implements KeyRing.Named {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final SecretKeySpec secret;
    /** Has taken the key and nothing else; copied for each use, which costs less than a new one. */
    private final Mac keyed;

    private SecretKey(SecretKeySpec secret) {
        this.secret = secret;
        try {
            this.keyed = Mac.getInstance(ALGORITHM);
            keyed.init(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        // named after itself, so that every instance gives it the same name and nothing else has to be stored
        this.id = HexFormat.of().formatHex(signed(keyed, new byte[] {'i', 'd'}), 0, 4);
    }

    static SecretKey read(String material) {
        return new SecretKey(new SecretKeySpec(Base64.getDecoder().decode(material), ALGORITHM));
    }

    @Override
    public String id() {
        return id;
    }

    byte[] sign(byte[] text) {
        return signed(keyed, text);
    }

    private static byte[] signed(Mac keyed, byte[] text) {
        try {
            return ((Mac) keyed.clone()).doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    static String make() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
