package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotentRequest;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.sale.SoldOut;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;

/**
 * A fan's holds. Placing one is one transaction with the stored answer; when named seats turn out to be free again although
 * the guarded statement missed them (held and released meanwhile), it tries again, three times at most.
 */
@Service
class SeatHolds {
    private static final int RETRIES = 3;

    private final ShardRouter router;
    private final HoldAttempt attempts;
    private final Holds holds;
    private final HoldEnding ending;
    private final Alternatives alternatives;
    private final SoldOut soldOut;

    SeatHolds(
            ShardRouter router,
            HoldAttempt attempts,
            Holds holds,
            HoldEnding ending,
            Alternatives alternatives,
            SoldOut soldOut) {
        this.router = router;
        this.attempts = attempts;
        this.holds = holds;
        this.ending = ending;
        this.alternatives = alternatives;
        this.soldOut = soldOut;
    }

    ResponseEntity<Object> place(
            UUID event, Admission.Presented presented, List<UUID> seats, IdempotentRequest request) {
        var shard = router.shardOf(event);
        for (int attempt = 0; ; attempt++) {
            try {
                return Shard.retrying(() ->
                        shard.idempotency().inTransaction(request, () -> attempts.run(shard, event, presented, seats)));
            } catch (HoldAttempt.Missed missed) {
                if (attempt == RETRIES) {
                    throw alternatives.refusal(shard, event, seats, seats).problem();
                }
                Shard.backOff(attempt);
            } catch (HoldAttempt.Refused refused) {
                throw refused.refusal() instanceof HoldRefusal.SeatTaken gone
                        ? alternatives
                                .refusal(shard, event, seats, gone.taken())
                                .problem()
                        : refused.refusal().problem();
            }
        }
    }

    /** Gives a hold up for its fan; once it has ended, again and again. */
    void release(UUID event, UUID user, UUID holdId) {
        var shard = router.shardOf(event);
        boolean released = shard.inTransaction(() -> {
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
            soldOut.afterRelease(shard, event);
        }
    }

    /** A hold past its time that nobody has swept yet ends as expired; one swept already ends no more. */
    private boolean end(Shard shard, UUID holdId) {
        return !ending.expire(shard, List.of(holdId)).isEmpty()
                || !ending.release(shard, holdId).isEmpty();
    }
}
