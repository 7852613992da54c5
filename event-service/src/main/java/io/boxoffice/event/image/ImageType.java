package io.boxoffice.event.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of picture that we take, told by their first bytes: what a header says could be anything. */
enum ImageType {
    PNG("image/png") {
        @Override
        boolean begins(byte[] content) {
            return has(content, 0, PNG_SIGNATURE);
        }
    },
    JPEG("image/jpeg") {
        @Override
        boolean begins(byte[] content) {
            return has(content, 0, JPEG_SIGNATURE);
        }
    },
    WEBP("image/webp") {
        @Override
        boolean begins(byte[] content) {
            return has(content, 0, "RIFF".getBytes(StandardCharsets.US_ASCII))
                    && has(content, 8, "WEBP".getBytes(StandardCharsets.US_ASCII));
        }
    };

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG_SIGNATURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final String mediaType;

    ImageType(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract boolean begins(byte[] content);

    String mediaType() {
        return mediaType;
    }

    static Optional<ImageType> of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
    }

    private static boolean has(byte[] content, int at, byte[] signature) {
        int end = at + signature.length;
        return content.length >= end && Arrays.equals(content, at, end, signature, 0, signature.length);
    }
}
