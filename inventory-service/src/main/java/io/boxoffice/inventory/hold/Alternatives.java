package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.Availabilities;
import io.boxoffice.inventory.best.Nearby;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a fan could have instead. Found in the picture of the last second, so that a rush on few seats does not read whole
 * sections, then looked at once in the shard.
 */
@Component
class Alternatives {
    private static final int GROUPS = 3;
    private static final int CANDIDATES = 12;

    private final Layouts layouts;
    private final Availabilities availabilities;
    private final Nearby nearby;
    private final SeatReads reads;

    Alternatives(Layouts layouts, Availabilities availabilities, Nearby nearby, SeatReads reads) {
        this.layouts = layouts;
        this.availabilities = availabilities;
        this.nearby = nearby;
        this.reads = reads;
    }

    HoldRefusal.SeatTaken refusal(Shard shard, UUID event, List<UUID> asked, Collection<UUID> taken) {
        var candidates = nearby.of(layouts.of(event), availabilities.of(event), asked, taken, CANDIDATES);
        var seats = candidates.stream()
                .flatMap(group -> group.seats().stream())
                .map(Layout.Place::seatId)
                .toList();
        var free = new HashSet<>(reads.available(shard, seats));
        var groups = candidates.stream()
                .filter(group -> group.seats().stream().allMatch(seat -> free.contains(seat.seatId())))
                .limit(GROUPS)
                .map(Alternatives::published)
                .toList();
        return new HoldRefusal.SeatTaken(taken, groups);
    }

    private static List<HeldSeat> published(Nearby.Instead group) {
        return group.seats().stream()
                .map(seat -> new HeldSeat(
                        seat.seatId(),
                        group.section().section(),
                        seat.row(),
                        seat.seatNumber(),
                        group.section().price()))
                .toList();
    }
}
