package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tickets that could not be looked at when they were told of. They are put aside, so that a shard that is away holds up its own
 * tickets alone and not all that share a partition with them.
 */
@Component
class Unheard {
    private static final int BATCH = 200;

    private final JdbcClient directory;
    private final Wallet wallet;

    Unheard(JdbcClient directory, Wallet wallet) {
        this.directory = directory;
        this.wallet = wallet;
    }

    private record Ticket(UUID id, UUID event, Instant toldAt) {}

    /** Looks at the ticket now, or later. */
    void hear(UUID event, UUID ticket) {
        try {
            wallet.refresh(event, ticket);
        } catch (DataAccessResourceFailureException _) {
            directory
                    .sql("INSERT INTO unheard_tickets (ticket_id, event_id) VALUES (?, ?)"
                            + " ON CONFLICT (ticket_id) DO UPDATE SET told_at = clock_timestamp()")
                    .params(ticket, event)
                    .update();
        }
    }

    /** Tries those put aside again; one that is told of meanwhile stays. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void catchUp() {
        for (var ticket : waiting()) {
            try {
                wallet.refresh(ticket.event(), ticket.id());
                directory
                        .sql("DELETE FROM unheard_tickets WHERE ticket_id = ? AND told_at = ?")
                        .params(ticket.id(), ticket.toldAt().atOffset(ZoneOffset.UTC))
                        .update();
            } catch (DataAccessResourceFailureException _) {
                later(ticket);
            }
        }
    }

    private List<Ticket> waiting() {
        return directory
                .sql("SELECT ticket_id, event_id, told_at FROM unheard_tickets ORDER BY told_at LIMIT " + BATCH)
                .query((row, _) ->
                        new Ticket(Sql.uuid(row, "ticket_id"), Sql.uuid(row, "event_id"), Sql.instant(row, "told_at")))
                .list();
    }

    /** To the end of the line, behind those of shards that may be back. */
    private void later(Ticket ticket) {
        directory
                .sql("UPDATE unheard_tickets SET told_at = clock_timestamp() WHERE ticket_id = ?")
                .param(ticket.id())
                .update();
    }
}
