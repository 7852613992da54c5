package io.boxoffice.inventory.block;

import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Shards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Releases blocks when their time has come, on every instance at once: each by one of them. */
@Component
class BlockReleases {
    private static final Logger log = LoggerFactory.getLogger(BlockReleases.class);
    private static final int BATCH = 100;

    private final Shards shards;
    private final BlockRepository repository;
    private final SoldOut soldOut;

    BlockReleases(Shards shards, BlockRepository repository, SoldOut soldOut) {
        this.shards = shards;
        this.repository = repository;
        this.soldOut = soldOut;
    }

    @Scheduled(fixedDelayString = "${inventory.block-release-every:1s}")
    void releaseDue() {
        for (var shard : shards.ready()) {
            try {
                repository.due(shard, BATCH).forEach(due -> release(shard, due));
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("release of blocks interrupted");
            }
        }
    }

    private void release(Shard shard, BlockRepository.Due due) {
        int many = shard.inTransaction(() -> repository
                .lockDue(shard, due)
                .map(generalSale -> generalSale ? "general-sale" : "release-date")
                .map(cause -> {
                    int seats = repository.unblock(shard, due.event(), due.block(), null, cause);
                    Blocks.released(due.event(), due.block(), seats, cause);
                    return seats;
                })
                .orElse(0));
        if (many > 0) {
            soldOut.afterRelease(shard, due.event());
        }
    }
}
