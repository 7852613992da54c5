package io.boxoffice.waitingroom.outbox;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.redis.Reply;
import io.boxoffice.waitingroom.token.EntryIds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One entry of an event's outbox stream: an id that Redis made, and fields. */
record StreamEntry(UUID event, String id, Map<String, byte[]> fields) {

    static StreamEntry of(UUID event, Reply entry) {
        var pairs = entry.list(1);
        var fields = new HashMap<String, byte[]>();
        for (int i = 0; i < pairs.size(); i += 2) {
            fields.put(pairs.word(i), pairs.bytes(i + 1));
        }
        return new StreamEntry(event, entry.word(0), fields);
    }

    /** Stream ids start with Redis's time in milliseconds. */
    Instant time() {
        return Instant.ofEpochMilli(Long.parseLong(id.substring(0, id.indexOf('-'))));
    }

    /** The message's id, the same each time it is sent, so that a consumer can tell it has had it. */
    UUID messageId() {
        var tail = Bytes.sha256(Bytes.of(event), id.getBytes(StandardCharsets.US_ASCII));
        return EntryIds.version7(time().toEpochMilli(), tail);
    }

    String word(String field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    /** A field that entries of before an update may lack. */
    String word(String field, String otherwise) {
        return fields.containsKey(field) ? word(field) : otherwise;
    }

    long number(String field) {
        return Long.parseLong(word(field));
    }

    byte[] bytes(String field) {
        var value = fields.get(field);
        if (value == null) {
            throw new IllegalStateException("no field " + field + " in " + id);
        }
        return value;
    }
}
