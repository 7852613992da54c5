package io.boxoffice.inventory.scan;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import io.boxoffice.inventory.ticket.TicketFacts;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of scans. */
@Repository
class ScanRepository {
    private static final String ADMIT = Sql.named("scan/admit.sql");

    /** A ticket with what the gate must know of its section and event. */
    record Checked(
            String status,
            boolean refunded,
            int generation,
            boolean locked,
            boolean paper,
            String seat,
            @Nullable String gate,
            boolean tooEarly,
            boolean over) {}

    /** Claims the nonce; a rival with the same one waits for our end. */
    boolean claim(Shard shard, UUID event, UUID scanner, ScanRequest scan) {
        return shard.jdbc()
                        .sql("INSERT INTO scans (event_id, device_id, nonce, gate, direction, scanner, scanned_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                event,
                                scan.deviceId(),
                                scan.nonce(),
                                scan.gate(),
                                scan.direction().name(),
                                scanner,
                                scan.scannedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void store(Shard shard, UUID event, ScanRequest scan, ScanResult result) {
        shard.jdbc()
                .sql(
                        "UPDATE scans SET result = :result, reason = :reason, ticket_id = CAST(:ticket AS uuid), seat = :seat,"
                                + " entry = :entry WHERE event_id = :event AND device_id = :device AND nonce = :nonce")
                .param("result", result.result().name())
                .param(
                        "reason",
                        result.reason() == null ? null : result.reason().word())
                .param("ticket", result.ticketId())
                .param("seat", result.seat())
                .param("entry", result.entry())
                .param("event", event)
                .param("device", scan.deviceId())
                .param("nonce", scan.nonce())
                .update();
    }

    ScanResult stored(Shard shard, UUID event, ScanRequest scan) {
        return shard.jdbc()
                .sql("SELECT result, reason, ticket_id, seat, entry FROM scans"
                        + " WHERE event_id = ? AND device_id = ? AND nonce = ?")
                .params(event, scan.deviceId(), scan.nonce())
                .query((row, _) -> {
                    var reason = row.getString("reason");
                    return new ScanResult(
                            ScanResult.Result.valueOf(row.getString("result")),
                            reason == null ? null : Reason.of(reason),
                            Sql.uuidOrNull(row, "ticket_id"),
                            row.getString("seat"),
                            row.getObject("entry", Integer.class));
                })
                .single();
    }

    Optional<Checked> check(Shard shard, TicketFacts facts) {
        return shard.jdbc()
                .sql(
                        "SELECT e.event_date + interval '24 hours' <= clock_timestamp() AS over, t.status, coalesce(t.revoked_cause IN ('refund', 'event-cancelled'), false) AS refunded,"
                                + " t.generation, t.lock_kind NOT IN ('NONE', 'LISTED', 'TRANSFER') AS locked,"
                                + " e.paper_tickets,"
                                + " t.section || '/' || t.\"row\" || '/' || t.seat_number AS seat, s.gate,"
                                + " coalesce(e.doors_open > clock_timestamp(), false) AS too_early"
                                + " FROM tickets t JOIN shard_events e ON e.event_id = t.event_id"
                                + " JOIN sections s ON s.event_id = t.event_id AND s.section = t.section"
                                + " WHERE t.ticket_id = ? AND t.event_id = ?")
                .params(facts.t(), facts.e())
                .query((row, _) -> new Checked(
                        row.getString("status"),
                        row.getBoolean("refunded"),
                        row.getInt("generation"),
                        row.getBoolean("locked"),
                        row.getBoolean("paper_tickets"),
                        row.getString("seat"),
                        row.getString("gate"),
                        row.getBoolean("too_early"),
                        row.getBoolean("over")))
                .optional();
    }

    /** The number of this entry, if the ticket lets in. */
    Optional<Integer> admit(Shard shard, TicketFacts facts) {
        return shard.jdbc()
                .sql(ADMIT)
                .param("ticket_id", facts.t())
                .param("event_id", facts.e())
                .param("generation", facts.g())
                .query(Integer.class)
                .optional();
    }
}
