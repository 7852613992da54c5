package io.boxoffice.fleet.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the mailbox's journal: a message that came, or messages that went or were read.
 *
 * @param text what full-text search looks in, in lower case
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record IndexLine(
        @Nullable Summary message,
        @Nullable String text,
        @Nullable List<String> deleted,
        @Nullable List<String> read) {

    static IndexLine arrived(Summary message, String text) {
        return new IndexLine(message, text, null, null);
    }

    static IndexLine deleted(List<String> ids) {
        return new IndexLine(null, null, ids, null);
    }

    static IndexLine read(String id) {
        return new IndexLine(null, null, null, List.of(id));
    }
}
