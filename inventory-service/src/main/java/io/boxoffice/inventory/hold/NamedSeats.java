package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Orphans;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.shard.Shard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads named seats and says why they cannot be held. */
@Component
class NamedSeats {
    /** A single free seat depends on the seats up to two places away. */
    private static final int REACH = 2;

    private final HoldPlacement placement;
    private final HoldEnding ending;

    NamedSeats(HoldPlacement placement, HoldEnding ending) {
        this.placement = placement;
        this.ending = ending;
    }

    /** The seats as read, after the lapsed holds in their way have ended. */
    List<HoldPlacement.Seat> choose(Shard shard, Layout layout, List<UUID> seatIds) {
        var seats = known(shard, layout.eventId(), seatIds);
        var lapsed = seats.stream()
                .map(HoldPlacement.Seat::lapsedHold)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!lapsed.isEmpty()) {
            ending.expire(shard, lapsed);
            seats = placement.read(shard, layout.eventId(), seatIds);
        }
        var taken = HoldPlacement.taken(seats);
        if (!taken.isEmpty()) {
            throw new HoldAttempt.Refused(new HoldRefusal.SeatTaken(taken, List.of()));
        }
        requireNoOrphan(shard, layout, seats);
        return seats;
    }

    private List<HoldPlacement.Seat> known(Shard shard, UUID event, List<UUID> seatIds) {
        var seats = placement.read(shard, event, seatIds);
        if (seats.size() < seatIds.size()) {
            var unknown = new HashSet<>(seatIds);
            seats.forEach(seat -> unknown.remove(seat.seat().seatId()));
            throw new HoldAttempt.Refused(new HoldRefusal.Unknown(unknown));
        }
        return seats;
    }

    private void requireNoOrphan(Shard shard, Layout layout, List<HoldPlacement.Seat> seats) {
        Map<String, Set<Integer>> bySection = new HashMap<>();
        seats.forEach(seat -> bySection
                .computeIfAbsent(seat.seat().section(), _ -> new HashSet<>())
                .add(seat.position()));
        bySection.forEach((name, positions) -> {
            var section = layout.section(name).orElseThrow();
            var orphans = Orphans.left(section, free(shard, section, positions)::contains, positions);
            if (!orphans.isEmpty() && !placement.isNearlyGone(shard, layout.eventId(), name)) {
                throw new HoldAttempt.Refused(new HoldRefusal.Orphan(orphans.stream()
                        .map(seat -> section.seats().get(seat).seatId())
                        .toList()));
            }
        });
    }

    private Set<Integer> free(Shard shard, Layout.Section section, Set<Integer> positions) {
        Map<UUID, Integer> around = new HashMap<>();
        for (int position : positions) {
            int last = Math.min(section.seats().size() - 1, position + REACH);
            for (int seat = Math.max(0, position - REACH); seat <= last; seat++) {
                around.put(section.seats().get(seat).seatId(), seat);
            }
        }
        Set<Integer> free = new HashSet<>();
        for (var seat : placement.available(shard, new ArrayList<>(around.keySet()))) {
            free.add(Objects.requireNonNull(around.get(seat)));
        }
        return free;
    }
}
