package io.boxoffice.inventory.block;

import io.boxoffice.common.Ids;
import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.hold.HoldExpiry;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** Keeps seats from sale for an organiser, and gives them back. */
@Service
class Blocks {
    private static final Logger log = LoggerFactory.getLogger(Blocks.class);
    private static final String BY_HAND = "organizer-released";
    /** Seats that were free when read and are not when locked; read again, they are others, or refused. */
    private static final int TRIES = 5;

    private final EventTransactions transactions;
    private final BlockedEvents events;
    private final BlockSeats seats;
    private final BlockRepository repository;
    private final HoldExpiry expiry;
    private final SoldOut soldOut;

    Blocks(
            EventTransactions transactions,
            BlockedEvents events,
            BlockSeats seats,
            BlockRepository repository,
            HoldExpiry expiry,
            SoldOut soldOut) {
        this.transactions = transactions;
        this.events = events;
        this.seats = seats;
        this.repository = repository;
        this.expiry = expiry;
        this.soldOut = soldOut;
    }

    List<Block> all(UUID event, Caller caller) {
        return transactions.read(event, shard -> {
            events.find(shard, event, caller);
            return repository.all(shard, event);
        });
    }

    Block find(UUID event, Caller caller, UUID block) {
        return transactions.read(event, shard -> {
            events.find(shard, event, caller);
            return repository.find(shard, event, block).orElseThrow(Problems::notFound);
        });
    }

    /** The seats of holds whose time is over can be blocked: they end first. */
    ResponseEntity<Object> make(UUID event, Caller caller, MakeBlock wanted, IdempotentRequest request) {
        var selection = wanted.selection();
        var release = wanted.when();
        transactions.read(event, shard -> events.find(shard, event, caller));
        expiry.expire(event);
        var block = new BlockRepository.NewBlock(
                Ids.next(), event, wanted.name().strip(), wanted.kind(), release, caller.sub());
        var answer = transactions.inTransaction(
                event,
                shard -> shard.idempotency().inTransaction(request, () -> {
                    var found = events.find(shard, event, caller);
                    if (found.cancelled()) {
                        throw BlockProblems.cancelled();
                    }
                    found.require(release);
                    int many = block(shard, block, selection);
                    log.atInfo()
                            .addKeyValue("event_id", event)
                            .addKeyValue("block_id", block.blockId())
                            .addKeyValue("kind", block.kind())
                            .addKeyValue("seats", many)
                            .log("seats blocked");
                    return ResponseEntity.created(
                                    URI.create("/api/v1/events/" + event + "/seat-map/blocks/" + block.blockId()))
                            .body(repository.find(shard, event, block.blockId()).orElseThrow());
                }));
        soldOut.afterSale(event);
        return answer;
    }

    private int block(Shard shard, BlockRepository.NewBlock block, Selection selection) {
        for (int attempt = 1; ; attempt++) {
            var chosen = seats.toBlock(shard, block.event(), selection);
            int many = repository.block(shard, block, chosen);
            if (many > 0) {
                return many;
            }
            if (attempt == TRIES) {
                throw BlockProblems.taken(chosen);
            }
        }
    }

    /** Some of its seats; with the last one the block is over. */
    ResponseEntity<Object> release(
            UUID event, Caller caller, UUID block, ReleaseSeats wanted, IdempotentRequest request) {
        var selection = wanted.selection();
        var answer = transactions.inTransaction(
                event,
                shard -> shard.idempotency().inTransaction(request, () -> {
                    lock(shard, event, caller, block);
                    var chosen = seats.toRelease(shard, event, block, selection);
                    released(event, block, repository.unblock(shard, event, block, chosen, BY_HAND), BY_HAND);
                    return ResponseEntity.ok(
                            repository.find(shard, event, block).orElseThrow());
                }));
        soldOut.afterRelease(event);
        return answer;
    }

    /** All its seats; once they are back, again and again. */
    void releaseAll(UUID event, Caller caller, UUID block) {
        int many = transactions.inTransaction(event, shard -> {
            lock(shard, event, caller, block);
            return repository.unblock(shard, event, block, null, BY_HAND);
        });
        if (many > 0) {
            released(event, block, many, BY_HAND);
            soldOut.afterRelease(event);
        }
    }

    private void lock(Shard shard, UUID event, Caller caller, UUID block) {
        events.find(shard, event, caller);
        if (!repository.lock(shard, event, block)) {
            throw Problems.notFound();
        }
    }

    static void released(UUID event, UUID block, int seats, String cause) {
        log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("block_id", block)
                .addKeyValue("seats", seats)
                .addKeyValue("cause", cause)
                .log("seats unblocked");
    }
}
