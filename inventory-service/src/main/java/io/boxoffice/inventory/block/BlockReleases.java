package io.boxoffice.inventory.block;

import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
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
    private final EventTransactions transactions;
    private final BlockRepository repository;
    private final SoldOut soldOut;

    BlockReleases(Shards shards, EventTransactions transactions, BlockRepository repository, SoldOut soldOut) {
        this.shards = shards;
        this.transactions = transactions;
        this.repository = repository;
        this.soldOut = soldOut;
    }

    @Scheduled(fixedDelayString = "${inventory.block-release-every:1s}")
    void releaseDue() {
        for (var shard : shards.inUse()) {
            try {
                repository.due(shard, BATCH).forEach(this::release);
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("release of blocks interrupted");
            }
        }
    }

    private void release(BlockRepository.Due due) {
        int many = transactions
                .tryInTransaction(due.event(), shard -> release(shard, due))
                .orElse(0);
        if (many > 0) {
            soldOut.afterRelease(due.event());
        }
    }

    private int release(Shard shard, BlockRepository.Due due) {
        var generalSale = repository.lockDue(shard, due);
        if (generalSale.isEmpty()) {
            return 0;
        }
        var cause = generalSale.get() ? "general-sale" : "release-date";
        int seats = repository.unblock(shard, due.event(), due.block(), null, cause);
        Blocks.released(due.event(), due.block(), seats, cause);
        return seats;
    }
}
