package io.boxoffice.waitingroom.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 keys of one purpose: the newest signs, all verify. */
final class SecretKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key with the short name by which tokens refer to it. */
    record Key(String id, SecretKeySpec secret) {
        byte[] sign(byte[] text) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(secret);
                return mac.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Key newest;
    private final Map<String, Key> all = new LinkedHashMap<>();

    SecretKeys(SigningKeyRepository repository, String purpose) {
        repository.load(purpose, SecretKeys::random).stream()
                .map(SecretKeys::key)
                .forEach(key -> all.put(key.id(), key));
        newest = all.values().iterator().next();
    }

    Key newest() {
        return newest;
    }

    Optional<Key> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    private static Key key(String material) {
        var secret = new SecretKeySpec(Base64.getDecoder().decode(material), ALGORITHM);
        var unnamed = new Key("", secret);
        // named after itself, so that every instance gives it the same name and nothing else has to be stored
        var id = HexFormat.of().formatHex(unnamed.sign(new byte[] {'i', 'd'}), 0, 4);
        return new Key(id, secret);
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
