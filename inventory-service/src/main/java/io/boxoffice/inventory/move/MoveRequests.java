package io.boxoffice.inventory.move;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.ShardRegister;
import io.boxoffice.inventory.shard.ShardRouter;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** What operators ask of moves. */
@Service
class MoveRequests {
    private static final Logger log = LoggerFactory.getLogger(MoveRequests.class);

    private final Moves moves;
    private final ShardRegister register;
    private final ShardRouter router;
    private final EventTransactions events;

    MoveRequests(Moves moves, ShardRegister register, ShardRouter router, EventTransactions events) {
        this.moves = moves;
        this.register = register;
        this.router = router;
        this.events = events;
    }

    /** Asks for a move; asked again while it goes on, the same one. */
    Move ask(UUID event, String to) {
        var from = router.askAgain(event);
        var shard = register.find(to).orElseThrow(() -> Problems.invalid("/to", "There is no shard of this name."));
        var current = underWay(event);
        if (current.isPresent()) {
            return sameOrRefused(current.get(), to);
        }
        if (from.shard().equals(to)) {
            throw conflict("already-there", "The event is at this shard.");
        }
        if (shard.state() != ShardRegister.State.OPEN) {
            throw conflict("shard-closed", "This shard takes no events any more.");
        }
        if (!events.hasSeats(event)) {
            throw conflict("no-seats-yet", "The event has no seats yet; it can be moved when it has.");
        }
        var begun = moves.begin(event, from, to);
        begun.ifPresent(move -> log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("from", move.from())
                .addKeyValue("to", to)
                .log("move asked for"));
        return begun.or(() -> underWay(event).map(other -> sameOrRefused(other, to)))
                .orElseThrow(() -> conflict("shard-closed", "This shard takes no events any more."));
    }

    private Optional<Move> underWay(UUID event) {
        return moves.latest(event).filter(move -> !move.state().over());
    }

    private static Move sameOrRefused(Move move, String to) {
        if (!move.to().equals(to)) {
            throw conflict("move-in-progress", "The event is on its way to another shard.")
                    .with("move_id", move.moveId())
                    .with("to", move.to());
        }
        return move;
    }

    /** The latest move of an event. */
    Move latest(UUID event) {
        return moves.latest(event).orElseThrow(Problems::notFound);
    }

    private static ProblemException conflict(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }
}
