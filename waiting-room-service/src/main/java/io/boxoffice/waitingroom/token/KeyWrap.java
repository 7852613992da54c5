package io.boxoffice.waitingroom.token;

import io.boxoffice.waitingroom.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keys at rest: {@code aes-gcm:<name of the secret>:<nonce and ciphertext>}, bound to their purpose; plain without a secret. */
@Component
final class KeyWrap {
    private static final String MARK = "aes-gcm:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> secrets = new LinkedHashMap<>();

    KeyWrap(KeyProperties properties) {
        for (var secret : properties.secret()) {
            var key = Bytes.sha256(secret.getBytes(StandardCharsets.UTF_8));
            secrets.put(HexFormat.of().formatHex(Bytes.sha256(key), 0, NAME_BYTES), new SecretKeySpec(key, "AES"));
        }
    }

    /** Whether this is as {@link #wrap} would store it now. */
    boolean isCurrent(String stored) {
        return secrets.isEmpty()
                ? !stored.startsWith(MARK)
                : stored.startsWith(MARK + secrets.keySet().iterator().next() + ":");
    }

    String wrap(String purpose, String material) {
        if (secrets.isEmpty()) {
            return material;
        }
        var first = secrets.entrySet().iterator().next();
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed =
                apply(Cipher.ENCRYPT_MODE, first.getValue(), nonce, purpose, material.getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return MARK + first.getKey() + ":" + Bytes.toBase64(both);
    }

    /**
     * The material as it was.
     *
     * @throws IllegalStateException when it was wrapped with a secret that is not set
     */
    String unwrap(String purpose, String stored) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        var parts = stored.substring(MARK.length()).split(":", 2);
        var secret = secrets.get(parts[0]);
        if (secret == null) {
            throw new IllegalStateException("waiting-room.keys.secret does not open the keys in the database");
        }
        var both = Bytes.fromBase64(parts[1]).orElseThrow();
        var nonce = Arrays.copyOf(both, NONCE);
        var sealed = Arrays.copyOfRange(both, NONCE, both.length);
        return new String(apply(Cipher.DECRYPT_MODE, secret, nonce, purpose, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] apply(int mode, SecretKeySpec secret, byte[] nonce, String purpose, byte[] text) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a signing key in the database cannot be opened", e);
        }
    }
}
