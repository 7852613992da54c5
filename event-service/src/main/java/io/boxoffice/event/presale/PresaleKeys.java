package io.boxoffice.event.presale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of presales, and how many codes each has made. */
@Repository
class PresaleKeys {
    private final JdbcClient jdbc;
    private final String issue;

    PresaleKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
        try {
            this.issue = new ClassPathResource("presale/issue-codes.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the key unless the event has one. */
    void add(UUID eventId, byte[] key) {
        jdbc.sql("INSERT INTO presale_keys (event_id, key) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(eventId, key)
                .update();
    }

    /** The first of {@code count} new serials, unless there are not as many left. */
    Optional<Integer> issue(UUID eventId, int count) {
        return jdbc.sql(issue)
                .param("event_id", eventId)
                .param("count", count)
                .query(Integer.class)
                .optional();
    }

    Optional<PresaleKey> find(UUID eventId) {
        return jdbc.sql("SELECT key, issued FROM presale_keys WHERE event_id = ?")
                .param(eventId)
                .query((row, _) -> new PresaleKey(eventId, row.getBytes("key"), row.getInt("issued")))
                .optional();
    }
}
