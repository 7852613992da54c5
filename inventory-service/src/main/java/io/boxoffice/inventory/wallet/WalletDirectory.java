package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has which tickets, as last heard from the shards: in the directory, by holder. */
@Repository
class WalletDirectory {
    private static final String KEEP = Sql.named("wallet/keep.sql");

    private final JdbcClient directory;

    WalletDirectory(JdbcClient directory) {
        this.directory = directory;
    }

    /** Where a page ended. */
    record Place(Instant since, UUID ticket) {}

    void keep(Entry entry) {
        var ticket = entry.ticket();
        directory
                .sql(KEEP)
                .param("ticket_id", ticket.ticketId())
                .param("event_id", ticket.eventId())
                .param("holder", entry.holder())
                .param("held_since", entry.since().atOffset(ZoneOffset.UTC))
                .param("version", entry.version())
                .param("event_name", ticket.eventName())
                .param("event_date", ticket.eventDate().atOffset(ZoneOffset.UTC))
                .param("order_id", ticket.orderId())
                .param("section", ticket.section())
                .param("row", ticket.row())
                .param("seat_number", ticket.seatNumber())
                .param("status", ticket.status().name())
                .param("generation", ticket.generation())
                .update();
    }

    /** The newest first, from after this place on. */
    List<Entry> of(UUID holder, @Nullable Place after, int most) {
        return directory
                .sql("SELECT * FROM held_tickets WHERE holder = :holder"
                        + (after == null ? "" : " AND (held_since, ticket_id) < (:since, :ticket)")
                        + " ORDER BY held_since DESC, ticket_id DESC LIMIT :most")
                .param("holder", holder)
                .param("since", after == null ? null : after.since().atOffset(ZoneOffset.UTC))
                .param("ticket", after == null ? null : after.ticket())
                .param("most", most)
                .query((row, _) -> ShardTickets.entry(row))
                .list();
    }
}
