package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a fan holds already when a new hold is to be placed, in its transaction. */
@Component
class LiveHolds {
    private final Holds holds;
    private final HoldEnding ending;

    LiveHolds(Holds holds, HoldEnding ending) {
        this.holds = holds;
        this.ending = ending;
    }

    /** The hold that the new one replaces: if the new one fails, this is undone. One that has ended already is no obstacle. */
    void giveBack(HoldRequest request) {
        var replaced = request.replaced();
        if (replaced == null) {
            return;
        }
        var hold = holds.lock(request.shard(), request.event(), replaced)
                .filter(found -> found.userId().equals(request.presented().user()))
                .orElseThrow(Problems::notFound);
        switch (hold.status()) {
            case CHECKOUT, PURCHASED -> throw HoldController.inCheckout();
            case ACTIVE -> ending.release(request.shard(), replaced);
            case EXPIRED -> ending.expire(request.shard(), List.of(replaced));
            case RELEASED -> {
                // nothing to give back
            }
        }
    }

    /** A hold of the fan's that has lapsed and that nobody has swept yet is no obstacle. */
    void requireNone(Shard shard, UUID event, HoldPlacement.Fan fan) {
        holds.live(shard, event, fan.user(), fan.session()).ifPresent(live -> {
            if (!live.lapsed()) {
                throw new HoldAttempt.Refused(new HoldRefusal.Exists(live.holdId()));
            }
            ending.expire(shard, List.of(live.holdId()));
        });
    }
}
