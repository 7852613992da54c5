package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one way by which held seats become free again, in the caller's transaction. */
@Component
public class HoldEnding {
    private static final String END = Sql.named("hold/end-holds.sql");

    private final InstantSource clock;

    HoldEnding(java.time.Clock clock) {
        this.clock = clock;
    }

    /** How a hold ends: from which state, to which, and why. */
    private record Ending(
            HoldStatus from,
            HoldStatus to,
            String cause,
            @Nullable UUID order,
            boolean lapsedOnly) {}

    private record Freed(
            UUID hold,
            UUID event,
            UUID user,
            @Nullable UUID session,
            @Nullable UUID seat,
            @Nullable String section) {}

    /** Ends those of the holds that are ACTIVE and past their time. */
    Collection<HoldEvent.SeatsReleased> expire(Shard shard, Collection<UUID> holds) {
        return end(shard, holds, new Ending(HoldStatus.ACTIVE, HoldStatus.EXPIRED, "expired", null, true));
    }

    /** Ends a hold that is ACTIVE, because its fan wants it so. */
    Collection<HoldEvent.SeatsReleased> release(Shard shard, UUID hold) {
        return end(
                shard, List.of(hold), new Ending(HoldStatus.ACTIVE, HoldStatus.RELEASED, "fan-released", null, false));
    }

    /** Ends those of the holds that are ACTIVE, because their event will not take place. */
    Collection<HoldEvent.SeatsReleased> cancel(Shard shard, Collection<UUID> holds) {
        return end(shard, holds, new Ending(HoldStatus.ACTIVE, HoldStatus.RELEASED, "event-cancelled", null, false));
    }

    /** Ends a hold that is in CHECKOUT by this order; the caller has its row locked and has checked the fence. */
    public void giveUp(Shard shard, UUID hold, UUID order, String cause) {
        end(shard, List.of(hold), new Ending(HoldStatus.CHECKOUT, HoldStatus.RELEASED, cause, order, false));
    }

    private Collection<HoldEvent.SeatsReleased> end(Shard shard, Collection<UUID> holds, Ending ending) {
        if (holds.isEmpty()) {
            return List.of();
        }
        var freed = shard.jdbc()
                .sql(END)
                .param("hold_ids", Sql.array(holds))
                .param("from_status", ending.from().name())
                .param("to_status", ending.to().name())
                .param("cause", ending.cause())
                .param("order_id", ending.order())
                .param("lapsed_only", ending.lapsedOnly())
                .query((row, _) -> new Freed(
                        Sql.uuid(row, "hold_id"),
                        Sql.uuid(row, "event_id"),
                        Sql.uuid(row, "user_id"),
                        Sql.uuidOrNull(row, "session_id"),
                        Sql.uuidOrNull(row, "seat_id"),
                        row.getString("section")))
                .list();
        var told = released(freed, ending);
        told.forEach(event ->
                shard.outbox().append("boxoffice.seats", event.eventId(), "SeatsReleased", event.holdId(), event));
        return told;
    }

    private Collection<HoldEvent.SeatsReleased> released(List<Freed> freed, Ending ending) {
        Map<UUID, List<HoldEvent.Seat>> seats = new LinkedHashMap<>();
        Map<UUID, HoldEvent.SeatsReleased> told = new LinkedHashMap<>();
        for (var one : freed) {
            if (one.seat() == null || one.section() == null) {
                throw new IllegalStateException("hold " + one.hold() + " had lost its seats");
            }
            seats.computeIfAbsent(one.hold(), _ -> new ArrayList<>())
                    .add(new HoldEvent.Seat(one.seat(), one.section()));
            told.put(
                    one.hold(),
                    new HoldEvent.SeatsReleased(
                            one.event(),
                            clock.instant(),
                            one.hold(),
                            one.user(),
                            one.session(),
                            ending.order(),
                            ending.cause(),
                            seats.getOrDefault(one.hold(), List.of())));
        }
        return told.values();
    }
}
