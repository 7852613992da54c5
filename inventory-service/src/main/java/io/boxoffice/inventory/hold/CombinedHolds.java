package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.combine.Combiner;
import io.boxoffice.inventory.shard.Moved;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Brings a request for a hold to its place among those of its shard that wait at the same time. */
@Component
class CombinedHolds {
    private static final int DOORS = 2;

    private final Admission admission;
    private final HoldGroups groups;
    private final GroupProperties properties;
    private final Map<String, Combiner<Bid, HoldOutcome>> shards = new ConcurrentHashMap<>();

    CombinedHolds(Admission admission, HoldGroups groups, GroupProperties properties) {
        this.admission = admission;
        this.groups = groups;
        this.properties = properties;
    }

    /**
     * What the fan is told; nothing when the seats were missed and it is worth another try.
     *
     * @throws Moved when the event cannot be written there under that epoch
     */
    Optional<HoldOutcome.Final> place(HoldRequest request, SeatChoice choice) {
        // only the shard knows for sure whether the event has a queue; who shows a token thinks so
        boolean byToken = request.presented().accessToken() != null;
        for (int door = 0; door < DOORS; door++) {
            switch (ask(request, choice, byToken)) {
                case HoldOutcome.Final told -> {
                    return Optional.of(told);
                }
                case HoldOutcome.Missed _ -> {
                    return Optional.empty();
                }
                case HoldOutcome.OtherDoor(boolean tokenNeeded) -> byToken = tokenNeeded;
                case HoldOutcome.Moved _ -> throw new Moved(request.event());
            }
        }
        return Optional.empty();
    }

    private HoldOutcome ask(HoldRequest request, SeatChoice choice, boolean byToken) {
        var shard = request.shard();
        var admitted = admission.admit(request.event(), request.presented(), byToken);
        var bid = new Bid(request, admitted, choice, shard.outbox().traceparent());
        try {
            return shards.computeIfAbsent(shard.name(), _ -> new Combiner<>(properties.limits(), groups::serve))
                    .ask(bid);
        } catch (Combiner.NotAnswered late) {
            throw new DataAccessResourceFailureException("shard " + shard.name() + " is slow", late);
        }
    }
}
