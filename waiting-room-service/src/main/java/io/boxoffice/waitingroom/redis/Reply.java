package io.boxoffice.waitingroom.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a script answers: numbers, words and raw bytes by position. */
public record Reply(List<Object> items) {

    /** A whole number; those that Redis keeps as text are read. */
    public long number(int index) {
        return items.get(index) instanceof Long number ? number : Long.parseLong(word(index));
    }

    public String word(int index) {
        return new String(bytes(index), StandardCharsets.UTF_8);
    }

    public byte[] bytes(int index) {
        return (byte[]) items.get(index);
    }

    /** A nested list. */
    @SuppressWarnings("unchecked")
    public Reply list(int index) {
        return new Reply((List<Object>) items.get(index));
    }

    public int size() {
        return items.size();
    }
}
