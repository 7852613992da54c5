package io.boxoffice.inventory.block;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements by which seats come into blocks and out of them. */
@Repository
class BlockRepository {
    private static final String BLOCK = Sql.named("block/block-seats.sql");
    private static final String UNBLOCK = Sql.named("block/unblock-seats.sql");
    private static final String READ = Sql.named("block/read-blocks.sql");
    private static final String DUE = Sql.named("block/due-blocks.sql");
    private static final String LOCK_DUE = Sql.named("block/lock-due-block.sql");

    /** A block that is due, somewhere. */
    record Due(UUID event, UUID block) {}

    /** A block that is to be made. */
    record NewBlock(UUID blockId, UUID event, String name, BlockKind kind, Release release, UUID by) {}

    /** How many seats the block got: all of these, or none. */
    int block(Shard shard, NewBlock block, Collection<UUID> seats) {
        return shard.jdbc()
                .sql(BLOCK)
                .param("seat_ids", Sql.array(seats))
                .param("event_id", block.event())
                .param("block_id", block.blockId())
                .param("name", block.name())
                .param("kind", block.kind().name())
                .param("at_general_sale", block.release() instanceof Release.WithGeneralSale)
                .param(
                        "release_at",
                        block.release() instanceof Release.At(var instant) ? instant.atOffset(ZoneOffset.UTC) : null)
                .param("created_by", block.by())
                .query(Integer.class)
                .single();
    }

    /**
     * How many seats left the block.
     *
     * @param seats all if null
     */
    int unblock(Shard shard, UUID event, UUID block, @Nullable Collection<UUID> seats, String cause) {
        return shard.jdbc()
                .sql(UNBLOCK)
                .param("event_id", event)
                .param("block_id", block)
                .param("seat_ids", seats == null ? null : Sql.array(seats))
                .param("cause", cause)
                .query(Integer.class)
                .single();
    }

    /** Whether there is such a block; then it is locked until the transaction ends. */
    boolean lock(Shard shard, UUID event, UUID block) {
        return shard.jdbc()
                .sql("SELECT block_id FROM seat_blocks WHERE event_id = ? AND block_id = ? FOR UPDATE")
                .params(event, block)
                .query((row, _) -> row.getString(1))
                .optional()
                .isPresent();
    }

    /** Blocks whose time has come, a few at a time. */
    List<Due> due(Shard shard, int batch) {
        return shard.jdbc()
                .sql(DUE)
                .param("batch", batch)
                .query((row, _) -> new Due(Sql.uuid(row, "event_id"), Sql.uuid(row, "block_id")))
                .list();
    }

    /** Whether a block that is due comes back with the general sale, if it is still due and nobody else is at it. */
    Optional<Boolean> lockDue(Shard shard, Due due) {
        return shard.jdbc()
                .sql(LOCK_DUE)
                .param("event_id", due.event())
                .param("block_id", due.block())
                .query(Boolean.class)
                .optional();
    }

    Optional<Block> find(Shard shard, UUID event, UUID block) {
        return read(shard, event, block).stream().findFirst();
    }

    List<Block> all(Shard shard, UUID event) {
        return read(shard, event, null);
    }

    private static List<Block> read(Shard shard, UUID event, @Nullable UUID block) {
        var lines = new BlockLines(event);
        shard.jdbc().sql(READ).param("event_id", event).param("block_id", block).query(lines);
        return new ArrayList<>(lines.blocks());
    }
}
