package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.SeatChanges;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Shards;
import io.boxoffice.inventory.shard.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private static final String LAPSED = Sql.named("hold/lapsed-holds.sql");
    private static final String CANCELLED = Sql.named("hold/cancelled-holds.sql");
    private static final int BATCH = 100;

    private final Shards shards;
    private final HoldEnding ending;
    private final SeatChanges changes;
    private final SoldOut soldOut;

    HoldExpiry(Shards shards, HoldEnding ending, SeatChanges changes, SoldOut soldOut) {
        this.shards = shards;
        this.ending = ending;
        this.changes = changes;
        this.soldOut = soldOut;
    }

    @Scheduled(fixedDelayString = "${inventory.sweep-every:30s}", initialDelayString = "${inventory.sweep-every:30s}")
    void sweep() {
        for (var shard : shards.ready()) {
            try {
                expire(shard, null);
                soldOut.sweep(shard);
                shard.idempotency().prune();
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("sweep interrupted");
            }
        }
    }

    /** Ends all that are due, of one event or of the shard. */
    public void expire(Shard shard, @Nullable UUID event) {
        Set<UUID> events = new HashSet<>();
        int swept = 0;
        for (int batch = BATCH; batch >= BATCH; swept += batch) {
            var ended = shard.inTransaction(() -> endBatch(shard, event));
            ended.forEach(released -> events.add(released.eventId()));
            batch = ended.size();
        }
        events.forEach(changes::of);
        if (swept > 0) {
            log.atInfo()
                    .addKeyValue("shard", shard.name())
                    .addKeyValue("holds", swept)
                    .log("holds expired");
        }
    }

    /** Ends some of them in the caller's transaction, and tells how many. */
    int expireBatch(Shard shard, UUID event) {
        return endBatch(shard, event).size();
    }

    private List<HoldEvent.SeatsReleased> endBatch(Shard shard, @Nullable UUID event) {
        var ended = new ArrayList<>(ending.expire(shard, due(shard, LAPSED, event)));
        ended.addAll(ending.cancel(shard, due(shard, CANCELLED, event)));
        return ended;
    }

    private static List<UUID> due(Shard shard, String sql, @Nullable UUID event) {
        return shard.jdbc()
                .sql(sql)
                .param("event_id", event)
                .param("batch", BATCH)
                .query((row, _) -> Sql.uuid(row, "hold_id"))
                .list();
    }
}
