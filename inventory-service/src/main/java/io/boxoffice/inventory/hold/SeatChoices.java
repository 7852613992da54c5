package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Wish;
import io.boxoffice.inventory.seatmap.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes choices of seats from what callers say. */
@Component
class SeatChoices {
    private final SeatIndex index;

    SeatChoices(SeatIndex index) {
        this.index = index;
    }

    SeatChoice.Named named(Layout layout, List<UUID> seats) {
        var spots = index.of(layout);
        var known = new ArrayList<Spot>();
        var unknown = new ArrayList<UUID>();
        for (var seat : seats) {
            var spot = spots.get(seat);
            if (spot == null) {
                unknown.add(seat);
            } else {
                known.add(spot);
            }
        }
        return new SeatChoice.Named(known, around(known), unknown, Set.of());
    }

    private static List<Spot> around(List<Spot> seats) {
        var around = new ArrayList<Spot>();
        var seen = new HashSet<UUID>();
        seats.forEach(seat -> seen.add(seat.seatId()));
        for (var seat : seats) {
            for (var neighbour : seat.neighbours()) {
                if (seen.add(neighbour.seatId())) {
                    around.add(neighbour);
                }
            }
        }
        return around;
    }

    SeatChoice picked(Layout layout, List<UUID> seats, Wish wish) {
        var spots = index.of(layout);
        return new SeatChoice.Picked(
                seats.stream()
                        .map(seat -> Objects.requireNonNull(spots.get(seat)))
                        .toList(),
                wish);
    }
}
