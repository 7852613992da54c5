package io.boxoffice.inventory.wallet;

import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger log = LoggerFactory.getLogger(Unheard.class);
    private static final int BATCH = 200;

    private final JdbcClient directory;
    private final Wallet wallet;
    private final ReentrantLock running = new ReentrantLock();

    Unheard(JdbcClient directory, Wallet wallet) {
        this.directory = directory;
        this.wallet = wallet;
    }

    private record Ticket(UUID id, Instant toldAt) {}

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

    /**
     * Tries those put aside again, and each event only until its shard proves to be away still. At a fixed rate, since that
     * gives each run a thread of its own: waiting for a shard must not keep other scheduled work.
     */
    @Scheduled(initialDelay = 5, fixedRate = 5, timeUnit = TimeUnit.SECONDS)
    void catchUp() {
        if (running.tryLock()) {
            try {
                events().forEach(this::catchUp);
            } finally {
                running.unlock();
            }
        }
    }

    private void catchUp(UUID event) {
        try {
            for (var ticket : tickets(event)) {
                wallet.refresh(event, ticket.id());
                forget(ticket);
            }
        } catch (DataAccessResourceFailureException e) {
            log.atDebug().addKeyValue("event_id", event).setCause(e).log("tickets wait for their shard");
        }
    }

    private List<UUID> events() {
        return directory
                .sql("SELECT event_id FROM unheard_tickets GROUP BY event_id ORDER BY min(told_at)")
                .query((row, _) -> Sql.uuid(row, "event_id"))
                .list();
    }

    private List<Ticket> tickets(UUID event) {
        return directory
                .sql("SELECT ticket_id, told_at FROM unheard_tickets WHERE event_id = ? ORDER BY told_at LIMIT "
                        + BATCH)
                .param(event)
                .query((row, _) -> new Ticket(Sql.uuid(row, "ticket_id"), Sql.instant(row, "told_at")))
                .list();
    }

    /** Unless it was told of again meanwhile. */
    private void forget(Ticket ticket) {
        directory
                .sql("DELETE FROM unheard_tickets WHERE ticket_id = ? AND told_at = ?")
                .params(ticket.id(), ticket.toldAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
