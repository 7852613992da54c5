package io.boxoffice.common.idempotency;

import io.boxoffice.common.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes two calls the same: caller, method, path and key; and the body that must then be the same, too.
 *
 * @param bodyHash SHA-256 over the body as we understood it, so that white space and order of fields do not matter
 */
public record IdempotentRequest(String sub, String method, String path, String key, Bytes bodyHash) {
    private static final int LONGEST_KEY = 255;

    public IdempotentRequest {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.invalid("/Idempotency-Key", "Send 1 to " + LONGEST_KEY + " characters.");
        }
    }

    /** The request under way, from {@code sub}, with this key and this body. */
    public static IdempotentRequest of(
            HttpServletRequest request, Object sub, String key, Object body, JsonMapper json) {
        return new IdempotentRequest(
                sub.toString(),
                request.getMethod(),
                request.getRequestURI(),
                Objects.requireNonNull(key),
                Bytes.sha256(json.writeValueAsString(body)));
    }

    /** Bytes that compare by content. */
    public record Bytes(byte[] value) {
        static Bytes sha256(String text) {
            try {
                return new Bytes(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(value);
        }
    }
}
