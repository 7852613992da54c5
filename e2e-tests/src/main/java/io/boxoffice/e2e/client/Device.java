package io.boxoffice.e2e.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A fan's device: its id, and the secret that proves possession of the place in the queue.
 *
 * @param id at most 64 characters
 * @param secret base64url of 32 bytes, never sent before the place is ours
 */
public record Device(String id, String secret) {

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /** A new device. */
    public static Device random(String id, RandomGenerator random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new Device(id, BASE64URL.encodeToString(secret));
    }

    /** base64url(SHA-256(the 32 bytes)): what a join tells of the secret. */
    public String secretHash() {
        return BASE64URL.encodeToString(sha256(Base64.getUrlDecoder().decode(secret)));
    }

    /** base64url(SHA-256(device id)): how the access token names the device. */
    public String idHash() {
        return BASE64URL.encodeToString(sha256(id.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
