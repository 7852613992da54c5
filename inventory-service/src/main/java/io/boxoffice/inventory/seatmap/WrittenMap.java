package io.boxoffice.inventory.seatmap;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A seat map as bytes, made once for a layout: a stadium's is megabytes, and a third of that packed.
 *
 * @param tag of the plain bytes; the packed ones have their own
 */
record WrittenMap(Layout of, byte[] plain, byte[] packed, String tag) {
    static final String PACKED = "gzip";

    static WrittenMap of(Layout layout, byte[] plain) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(plain);
            return new WrittenMap(layout, plain, pack(plain), HexFormat.of().formatHex(hash, 0, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pack(byte[] plain) {
        var packed = new ByteArrayOutputStream(plain.length / 2);
        try (var zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Whether who accepts these encodings may be sent the packed bytes. */
    static boolean mayBePacked(@Nullable String encodings) {
        return encodings != null
                && Arrays.stream(encodings.toLowerCase(Locale.ROOT).split(","))
                        .map(encoding -> encoding.replace(" ", ""))
                        .anyMatch(encoding -> encoding.equals(PACKED)
                                || (encoding.startsWith(PACKED + ";q=") && !encoding.matches(".*;q=0(\\.0*)?")));
    }

    String etag(boolean isPacked) {
        return '"' + tag + (isPacked ? "-" + PACKED : "") + '"';
    }

    int bytes() {
        return plain.length + packed.length;
    }
}
