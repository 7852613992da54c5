package io.boxoffice.fleet.mail;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A leaf of a message, decoded. */
record Part(
        String id,
        String contentType,
        @Nullable String charset,
        @Nullable String fileName,
        @Nullable String contentId,
        boolean attached,
        byte[] content) {

    boolean isText(String type) {
        return !attached && fileName == null && contentType.equals(type);
    }

    String text() {
        return new String(content, charsetOrUtf8());
    }

    private Charset charsetOrUtf8() {
        try {
            return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    MessageView.PartView view() {
        return new MessageView.PartView(
                id, fileName == null ? "" : fileName, contentType, contentId == null ? "" : contentId, content.length);
    }
}
