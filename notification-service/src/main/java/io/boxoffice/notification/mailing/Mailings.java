package io.boxoffice.notification.mailing;

import io.boxoffice.notification.letter.Facts;
import io.boxoffice.notification.letter.Kind;
import io.boxoffice.notification.sql.Sql;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table of mailings; each begins once. */
@Repository
public class Mailings {
    private static final Logger log = LoggerFactory.getLogger(Mailings.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Mailings(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** To every order of the event that was confirmed and paid; within the caller's transaction. */
    public void cancelled(UUID eventId, Facts.Cancellation facts) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(eventId.toString())
                .query((_, _) -> true)
                .single();
        begin(Kind.EVENT_CANCELLED.cause(eventId), Kind.EVENT_CANCELLED, eventId, json.writeValueAsString(facts));
    }

    /**
     * What the event's cancellation said, if it was cancelled. Whoever adds an order in the same transaction is either seen by the
     * mailing or sees it: this waits for, or holds up, a cancellation that is just being heard.
     */
    public Optional<String> cancellationOf(UUID eventId) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))")
                .param(eventId.toString())
                .query((_, _) -> true)
                .single();
        return jdbc.sql("SELECT facts FROM mailings WHERE mailing_id = ?")
                .param(Kind.EVENT_CANCELLED.cause(eventId))
                .query((row, _) -> row.getString("facts"))
                .optional();
    }

    /** To every order of the event whose buyer still has tickets. */
    public void postponed(UUID eventId, Facts.Postponement facts) {
        var id = Kind.EVENT_POSTPONED.cause(eventId) + ":" + facts.version();
        begin(id, Kind.EVENT_POSTPONED, eventId, json.writeValueAsString(facts));
    }

    /** To everybody who asked to be told when seats come back; {@code episode} is this re-opening. */
    public void reopened(UUID eventId, UUID episode) {
        begin(Kind.SEATS_AVAILABLE.cause(episode), Kind.SEATS_AVAILABLE, eventId, Facts.NONE);
    }

    private void begin(String id, Kind kind, UUID eventId, String facts) {
        int fresh = jdbc.sql("INSERT INTO mailings (mailing_id, kind, event_id, facts)"
                        + " VALUES (?, ?, ?, CAST(? AS jsonb)) ON CONFLICT DO NOTHING")
                .params(id, kind.word(), eventId, facts)
                .update();
        if (fresh == 1) {
            log.atInfo()
                    .addKeyValue("mailing", id)
                    .addKeyValue("event_id", eventId)
                    .log("mailing began");
        }
    }

    /** The mailing that began first, locked until the transaction ends; others' steps pass it over. */
    Optional<Mailing> lockNext() {
        return jdbc.sql(
                        "SELECT * FROM mailings WHERE done_at IS NULL ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                .query((row, _) -> new Mailing(
                        row.getString("mailing_id"),
                        Kind.of(row.getString("kind")),
                        Sql.uuid(row, "event_id"),
                        row.getString("facts"),
                        Sql.uuidOrNull(row, "reached"),
                        Sql.instant(row, "created_at")))
                .optional();
    }

    void reached(Mailing mailing, UUID order) {
        jdbc.sql("UPDATE mailings SET reached = ? WHERE mailing_id = ?")
                .params(order, mailing.mailingId())
                .update();
    }

    void done(Mailing mailing) {
        jdbc.sql("UPDATE mailings SET done_at = clock_timestamp() WHERE mailing_id = ? AND done_at IS NULL")
                .param(mailing.mailingId())
                .update();
        log.atInfo().addKeyValue("mailing", mailing.mailingId()).log("mailing done");
    }
}
