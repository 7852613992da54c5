package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Moved;
import io.boxoffice.inventory.shard.Place;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/** A fan's holds. */
@Service
class SeatHolds {
    private final ShardRouter router;
    private final EventTransactions events;
    private final NamedHolds named;
    private final BestHolds best;
    private final Holds holds;
    private final HoldEnding ending;
    private final HoldFigures figures;
    private final SoldOut soldOut;

    SeatHolds(
            ShardRouter router,
            EventTransactions events,
            NamedHolds named,
            BestHolds best,
            Holds holds,
            HoldEnding ending,
            HoldFigures figures,
            SoldOut soldOut) {
        this.router = router;
        this.events = events;
        this.named = named;
        this.best = best;
        this.holds = holds;
        this.ending = ending;
        this.figures = figures;
        this.soldOut = soldOut;
    }

    ResponseEntity<Object> place(
            UUID event,
            Admission.Presented presented,
            Wanted wanted,
            @Nullable UUID replaced,
            IdempotentRequest idempotent) {
        return figures.counted(() -> {
            try {
                return place(request(router.placeOf(event), event, presented, replaced, idempotent), wanted);
            } catch (Moved _) {
                return place(request(router.reopened(event), event, presented, replaced, idempotent), wanted);
            }
        });
    }

    private HoldRequest request(
            Place place,
            UUID event,
            Admission.Presented presented,
            @Nullable UUID replaced,
            IdempotentRequest idempotent) {
        return new HoldRequest(router.shard(place), place.epoch(), event, presented, replaced, idempotent);
    }

    private ResponseEntity<Object> place(HoldRequest request, Wanted wanted) {
        return switch (wanted) {
            case Wanted.Named(var seats) -> named.place(request, seats);
            case Wanted.Best(var wish) -> best.place(request, wish);
        };
    }

    /** Gives a hold up for its fan; once it has ended, again and again. */
    void release(UUID event, UUID user, UUID holdId) {
        boolean released = events.inTransaction(event, shard -> {
            var hold = holds.lock(shard, event, holdId)
                    .filter(found -> found.userId().equals(user))
                    .orElseThrow(Problems::notFound);
            return switch (hold.status()) {
                case CHECKOUT, PURCHASED -> throw HoldController.inCheckout();
                case RELEASED -> false;
                case ACTIVE, EXPIRED -> end(shard, holdId);
            };
        });
        if (released) {
            soldOut.afterRelease(event);
        }
    }

    /** A hold past its time that nobody has swept yet ends as expired; one swept already ends no more. */
    private boolean end(Shard shard, UUID holdId) {
        return !ending.expire(shard, List.of(holdId)).isEmpty()
                || !ending.release(shard, holdId).isEmpty();
    }
}
