package io.boxoffice.inventory.sale;

import io.boxoffice.inventory.availability.SeatChanges;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps an event's sold-out flag true to its seats and tells when it flips. Callers look after their own commit; a sweep looks
 * again at all events, so that a crash between the two loses nothing. Pictures of what is free are renewed at the same moments.
 */
@Component
public class SoldOut {
    private static final Logger log = LoggerFactory.getLogger(SoldOut.class);
    private static final String FLIP = Sql.named("sale/flip-sold-out.sql");
    private static final String MISMATCHED =
            "SELECT event_id FROM shard_events e WHERE e.writable AND e.sold_out = EXISTS ("
                    + "SELECT FROM seats s WHERE s.event_id = e.event_id AND s.status IN ('AVAILABLE', 'RESERVED')"
                    + " AND NOT s.not_for_sale)";

    private final EventTransactions events;
    private final SeatChanges changes;
    private final InstantSource clock;

    SoldOut(EventTransactions events, SeatChanges changes, java.time.Clock clock) {
        this.events = events;
        this.changes = changes;
        this.clock = clock;
    }

    /** After seats were sold; the look without a lock spares the event's row as long as others are left. */
    public void afterSale(UUID event) {
        changes.of(event);
        quietly(event, () -> {
            if (!events.read(event, shard -> hasSeatsLeft(shard, event))) {
                settle(event);
            }
        });
    }

    private static boolean hasSeatsLeft(Shard shard, UUID event) {
        return shard.jdbc()
                .sql("SELECT EXISTS (SELECT FROM seats WHERE event_id = ? AND status IN ('AVAILABLE', 'RESERVED')"
                        + " AND NOT not_for_sale)")
                .param(event)
                .query(Boolean.class)
                .single();
    }

    /** After seats came back. */
    public void afterRelease(UUID event) {
        changes.of(event);
        quietly(event, () -> settle(event));
    }

    /** What the caller did is committed: a failure here is the next sweep's to mend, not the caller's to report. */
    private static void quietly(UUID event, Runnable look) {
        try {
            look.run();
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("event_id", event).setCause(e).log("sold-out flag not looked at");
        }
    }

    /** Looks at every event of the shard that can be written. */
    public void sweep(Shard shard) {
        shard.jdbc()
                .sql(MISMATCHED)
                .query((row, _) -> Sql.uuid(row, "event_id"))
                .list()
                .forEach(this::settle);
    }

    private void settle(UUID event) {
        Optional<Boolean> flipped =
                events.tryInTransaction(event, shard -> flip(shard, event)).flatMap(now -> now);
        flipped.ifPresent(soldOut -> log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("sold_out", soldOut)
                .log("sale flipped"));
    }

    private Optional<Boolean> flip(Shard shard, UUID event) {
        shard.jdbc()
                .sql("SELECT sold_out FROM shard_events WHERE event_id = ? FOR UPDATE")
                .param(event)
                .query(Boolean.class)
                .single();
        Optional<Boolean> now = shard.jdbc()
                .sql(FLIP)
                .param("event_id", event)
                .query(Boolean.class)
                .optional();
        now.ifPresent(soldOut -> tell(shard, event, soldOut));
        return now;
    }

    private void tell(Shard shard, UUID event, boolean soldOut) {
        SaleEvent told = soldOut
                ? new SaleEvent.SaleSoldOut(event, clock.instant())
                : new SaleEvent.SaleReopened(event, clock.instant());
        shard.outbox().append("boxoffice.seats", event, told.getClass().getSimpleName(), event, told);
    }
}
