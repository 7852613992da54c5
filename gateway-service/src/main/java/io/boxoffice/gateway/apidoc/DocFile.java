package io.boxoffice.gateway.apidoc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A file of the page, read and packed once. */
record DocFile(byte[] packed, String type, String etag) {

    /** From the library that draws the page; its version is part of its path there. */
    static DocFile ofLibrary(String name, String type) {
        return read("classpath*:META-INF/resources/webjars/swagger-ui/*/" + name, type);
    }

    static DocFile ofOurs(String name, String type) {
        return read("classpath*:apidoc/" + name, type);
    }

    private static DocFile read(String pattern, String type) {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length != 1) {
                throw new IllegalStateException(found.length + " files are " + pattern);
            }
            return of(found[0].getContentAsByteArray(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DocFile of(byte[] content, String type) {
        return new DocFile(pack(content), type, '"' + hash(content) + '"');
    }

    private static byte[] pack(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
