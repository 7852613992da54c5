package io.boxoffice.auditor.source;

import java.util.List;

/**
 * Where the truth lies.
 *
 * @param event the catalogue's database
 * @param payment orders and money
 * @param resale listings
 * @param directory where inventory notes which shard an event is at
 * @param shards the database of each shard of inventory
 * @param others whatever else may have an outbox
 */
public record Sources(
        Database event,
        Database payment,
        Database resale,
        Database directory,
        List<Database> shards,
        List<Database> others) {

    public Sources {
        shards = List.copyOf(shards);
        others = List.copyOf(others);
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("seats lie on at least one shard");
        }
    }
}
