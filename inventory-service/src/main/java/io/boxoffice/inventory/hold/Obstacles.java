package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.combine.Ask;
import io.boxoffice.inventory.shard.Shard;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends what is in the way of new holds, in their transaction: lapsed holds that nobody has swept, and the one that is swapped. */
@Component
class Obstacles {
    private final Holds holds;
    private final HoldEnding ending;

    Obstacles(Holds holds, HoldEnding ending) {
        this.holds = holds;
        this.ending = ending;
    }

    /** The events whose seats came back. */
    Set<UUID> end(Shard shard, List<Ask<Bid, HoldOutcome>> asks, Look look) {
        Set<UUID> events = new HashSet<>();
        Set<UUID> lapsed = new HashSet<>();
        for (int n = 0; n < asks.size(); n++) {
            var bid = asks.get(n).request();
            var standing = look.standings().get(n);
            if (Door.stops(bid, look.sales().get(bid.event()), standing) == null) {
                lapsed.addAll(standing.lapsed());
                if (bid.choice() instanceof SeatChoice.Named named) {
                    lapsed.addAll(look.lapsedHolds(named.seats()));
                }
                if (bid.request().replaced() != null
                        && swapped(shard, asks.get(n), bid.request().replaced())) {
                    events.add(bid.event());
                }
            }
        }
        ending.expire(shard, lapsed).forEach(released -> events.add(released.eventId()));
        return events;
    }

    private boolean swapped(Shard shard, Ask<Bid, HoldOutcome> ask, UUID replaced) {
        try {
            return giveBack(shard, ask.request(), replaced);
        } catch (ProblemException problem) {
            ask.answer(new HoldOutcome.NotAllowed(problem));
            return false;
        }
    }

    /** The hold that the new one replaces: if the new one fails, this is undone. One that has ended already is no obstacle. */
    private boolean giveBack(Shard shard, Bid bid, UUID replaced) {
        var hold = holds.lock(shard, bid.event(), replaced)
                .filter(found -> found.userId().equals(bid.admitted().user()))
                .orElseThrow(Problems::notFound);
        return switch (hold.status()) {
            case CHECKOUT, PURCHASED -> throw HoldController.inCheckout();
            case ACTIVE -> !ending.release(shard, replaced).isEmpty();
            case EXPIRED -> !ending.expire(shard, List.of(replaced)).isEmpty();
            case RELEASED -> false;
        };
    }
}
