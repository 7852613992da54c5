package io.boxoffice.inventory.move;

import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Shards;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks for moves to make, on every instance: each is made by one, and taken over by another when that one dies. */
@Component
class MoveRunner {
    private static final Logger log = LoggerFactory.getLogger(MoveRunner.class);

    private final Moves moves;
    private final MoveLock lock;
    private final ShardRouter router;
    private final Drainage drainage;
    private final Mover mover;
    private final ReentrantLock running = new ReentrantLock();

    MoveRunner(
            Moves moves,
            MoveLock lock,
            Drainage drainage,
            Shards shards,
            ShardRouter router,
            MoveMetrics metrics,
            MoveProperties properties) {
        this.moves = moves;
        this.lock = lock;
        this.router = router;
        this.drainage = drainage;
        this.mover = new Mover(moves, shards, router, metrics, properties, _ -> {});
    }

    /** At a fixed rate, since that gives each run a thread of its own: a move takes as long as it takes. */
    @Scheduled(fixedRateString = "${inventory.move.every:1s}", initialDelayString = "${inventory.move.every:1s}")
    void run() {
        follow();
        if (running.tryLock()) {
            try {
                drainage.goOn();
                moves.due().forEach(move -> lock.alone(move, () -> mover.move(move)));
            } catch (DataAccessException | TransactionException e) {
                log.atWarn().setCause(e).log("moves interrupted");
            } finally {
                running.unlock();
            }
        }
    }

    /** Who only reads has no gate that says where an event went, and a broadcast may be lost. */
    private void follow() {
        try {
            moves.flippedLately().forEach(router::askAgain);
        } catch (DataAccessException e) {
            log.atWarn().setCause(e).log("the directory does not answer");
        }
    }
}
