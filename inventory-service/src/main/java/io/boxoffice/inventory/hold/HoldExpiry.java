package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Shards;
import io.boxoffice.inventory.shard.Sql;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Ends holds whose time is over, on every instance at once: each hold is swept by one. Checkouts are left alone. */
@Component
class HoldExpiry {
    private static final Logger log = LoggerFactory.getLogger(HoldExpiry.class);
    private static final String LAPSED = Sql.named("hold/lapsed-holds.sql");
    private static final int BATCH = 100;

    private final Shards shards;
    private final HoldEnding ending;
    private final SoldOut soldOut;

    HoldExpiry(Shards shards, HoldEnding ending, SoldOut soldOut) {
        this.shards = shards;
        this.ending = ending;
        this.soldOut = soldOut;
    }

    @Scheduled(fixedDelayString = "${inventory.sweep-every:30s}", initialDelayString = "${inventory.sweep-every:30s}")
    void sweep() {
        for (var shard : shards.ready()) {
            try {
                sweep(shard);
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("sweep interrupted");
            }
        }
    }

    private void sweep(Shard shard) {
        int swept = 0;
        for (int batch = BATCH; batch == BATCH; swept += batch) {
            batch = shard.inTransaction(() -> expireBatch(shard)).size();
        }
        if (swept > 0) {
            log.atInfo()
                    .addKeyValue("shard", shard.name())
                    .addKeyValue("holds", swept)
                    .log("holds expired");
        }
        soldOut.sweep(shard);
        shard.idempotency().prune();
    }

    private Collection<HoldEvent.SeatsReleased> expireBatch(Shard shard) {
        List<UUID> lapsed = shard.jdbc()
                .sql(LAPSED)
                .param("batch", BATCH)
                .query((row, _) -> Sql.uuid(row, "hold_id"))
                .list();
        return lapsed.isEmpty() ? List.of() : ending.expire(shard, lapsed);
    }
}
