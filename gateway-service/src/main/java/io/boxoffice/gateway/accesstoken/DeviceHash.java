package io.boxoffice.gateway.accesstoken;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How an access token names a device: {@code base64url(SHA-256(device id))}. */
final class DeviceHash {

    private DeviceHash() {}

    static String of(String deviceId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(deviceId.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
