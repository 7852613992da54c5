package io.boxoffice.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it leaves: read, hashed and packed once, when the gateway starts.
 *
 * @param group under what name it is counted in the metrics
 */
record Asset(byte[] bytes, byte[] packed, String type, String etag, Freshness freshness, String group) {

    /** How long a browser may use its copy without asking. */
    enum Freshness {
        /** For ever: another content has another address. */
        IMMUTABLE("public, max-age=31536000, immutable"),
        /** Never: it is asked for each time, and 304 if it is still the same. */
        ASK("no-cache");

        private final String cacheControl;

        Freshness(String cacheControl) {
            this.cacheControl = cacheControl;
        }

        String cacheControl() {
            return cacheControl;
        }
    }

    static Asset of(byte[] bytes, String type, Freshness freshness, String group) {
        return new Asset(bytes, pack(bytes), type, '"' + hash(bytes) + '"', freshness, group);
    }

    /** Whether a packed copy is worth sending: pictures do not get smaller. */
    boolean packs() {
        return packed.length < bytes.length * 9 / 10;
    }

    /** Sixteen hexadecimal digits that name a content. */
    static String hash(byte[]... contents) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var content : contents) {
                sha256.update(content);
            }
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
