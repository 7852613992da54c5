package io.boxoffice.draw.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object as the types they must have; a member of null is one that is not there. */
final class Members {

    private final Map<String, Object> members;

    Members(Map<String, Object> members) {
        this.members = members;
    }

    boolean has(String name) {
        return find(name, Object.class) != null;
    }

    String text(String name) throws Unreadable {
        return need(name, String.class);
    }

    long number(String name) throws Unreadable {
        return need(name, Long.class);
    }

    @SuppressWarnings("unchecked") // what Json makes of an object
    Members object(String name) throws Unreadable {
        return new Members(need(name, Map.class));
    }

    UUID id(String name) throws Unreadable {
        var text = text(name);
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Unreadable(name + " is not an id");
        }
        return UUID.fromString(text);
    }

    Instant time(String name) throws Unreadable {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new Unreadable(name + " is not a time");
        }
    }

    byte[] hash(String name) throws Unreadable {
        return hash(name, text(name));
    }

    List<byte[]> hashes(String name) throws Unreadable {
        var hashes = new ArrayList<byte[]>();
        for (Object hash : need(name, List.class)) {
            hashes.add(hash(name, hash instanceof String text ? text : ""));
        }
        return hashes;
    }

    static byte[] hash(String name, String text) throws Unreadable {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new Unreadable(name + " is not a hash of 64 lowercase hexadecimal digits");
        }
        return HexFormat.of().parseHex(text);
    }

    private <T> T need(String name, Class<T> type) throws Unreadable {
        var value = find(name, type);
        if (value == null) {
            throw new Unreadable(name + " is missing, or of another type");
        }
        return value;
    }

    private <T> @Nullable T find(String name, Class<T> type) {
        var value = members.get(name);
        return value != Json.NULL && type.isInstance(value) ? type.cast(value) : null;
    }
}
