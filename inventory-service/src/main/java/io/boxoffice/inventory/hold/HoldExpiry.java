package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.SeatChanges;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Shards;
import io.boxoffice.inventory.shard.Sql;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Ends holds whose time is over, or whose event is cancelled, on every instance at once: each hold is swept by one. Checkouts are
 * left alone.
 */
@Component
public class HoldExpiry {
    private static final Logger log = LoggerFactory.getLogger(HoldExpiry.class);
    private static final String EVENTS = Sql.named("hold/events-due.sql");
    private static final String LAPSED = Sql.named("hold/lapsed-holds.sql");
    private static final String CANCELLED = Sql.named("hold/cancelled-holds.sql");
    private static final int BATCH = 100;

    private final Shards shards;
    private final EventTransactions events;
    private final HoldEnding ending;
    private final SeatChanges changes;
    private final SoldOut soldOut;

    HoldExpiry(Shards shards, EventTransactions events, HoldEnding ending, SeatChanges changes, SoldOut soldOut) {
        this.shards = shards;
        this.events = events;
        this.ending = ending;
        this.changes = changes;
        this.soldOut = soldOut;
    }

    @Scheduled(fixedDelayString = "${inventory.sweep-every:30s}", initialDelayString = "${inventory.sweep-every:30s}")
    void sweep() {
        for (var shard : shards.ready()) {
            try {
                due(shard).forEach(this::expire);
                soldOut.sweep(shard);
                shard.idempotency().prune();
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("sweep interrupted");
            }
        }
    }

    /** Events with holds that are due; those on their way to another shard come later. */
    private static List<UUID> due(Shard shard) {
        return shard.jdbc()
                .sql(EVENTS)
                .query((row, _) -> Sql.uuid(row, "event_id"))
                .list();
    }

    /** Ends all of one event that are due, unless it is being moved. */
    public void expire(UUID event) {
        int swept = 0;
        for (int batch = BATCH; batch >= BATCH; swept += batch) {
            batch = events.tryInTransaction(event, shard -> expireBatch(shard, event))
                    .orElse(0);
        }
        if (swept > 0) {
            changes.of(event);
            log.atInfo()
                    .addKeyValue("event_id", event)
                    .addKeyValue("holds", swept)
                    .log("holds expired");
        }
    }

    /** Ends some of them in the caller's transaction, and tells how many. */
    int expireBatch(Shard shard, UUID event) {
        return ending.expire(shard, due(shard, LAPSED, event)).size()
                + ending.cancel(shard, due(shard, CANCELLED, event)).size();
    }

    private static List<UUID> due(Shard shard, String sql, UUID event) {
        return shard.jdbc()
                .sql(sql)
                .param("event_id", event)
                .param("batch", BATCH)
                .query((row, _) -> Sql.uuid(row, "hold_id"))
                .list();
    }
}
