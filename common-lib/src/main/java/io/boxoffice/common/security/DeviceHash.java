package io.boxoffice.common.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The claim {@code dev} of access tokens and clearances: base64url(SHA-256(UTF-8 of the device id)). */
public final class DeviceHash {
    private DeviceHash() {}

    /** The hash of this device id; no device is the empty one. */
    public static String of(@Nullable String deviceId) {
        var id = deviceId == null ? "" : deviceId;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
