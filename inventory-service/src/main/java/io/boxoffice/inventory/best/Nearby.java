package io.boxoffice.inventory.best;

import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.seatmap.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What comes nearest to seats that were asked for: as many side by side, with as many for wheelchairs, same price first, nearest
 * first, and none that would leave a single seat and so be refused. Seats that others need come last.
 */
@Component
public class Nearby {
    private static final int TENTH = 10;
    private static final int NEEDED_BY_OTHERS = 2;

    private final HallIndexes indexes;

    Nearby(HallIndexes indexes) {
        this.indexes = indexes;
    }

    /** Seats side by side that could be had instead. */
    public record Instead(Layout.Section section, List<Layout.Place> seats) {}

    /** Where the seats are, what they cost, and how many are for wheelchairs. */
    private record Asked(int seats, int wheelchairs, Search.Near middle, BigDecimal price) {

        static Asked of(List<HallIndex.Found> seats) {
            return new Asked(
                    seats.size(),
                    (int) seats.stream()
                            .filter(seat -> seat.in().isWheelchair(seat.seat()))
                            .count(),
                    new Search.Near(
                            seats.stream()
                                    .mapToDouble(seat -> seat.in().x(seat.seat()))
                                    .average()
                                    .orElse(0),
                            seats.stream()
                                    .mapToDouble(seat -> seat.in().y(seat.seat()))
                                    .average()
                                    .orElse(0),
                            null),
                    seats.getFirst().in().section().price());
        }
    }

    /** @param taken seats that are gone, whatever the picture says */
    public List<Instead> of(Layout layout, Availability now, Collection<UUID> asked, Collection<UUID> taken, int most) {
        var hall = indexes.of(layout);
        var seats = asked.stream().flatMap(seat -> hall.find(seat).stream()).toList();
        if (seats.isEmpty()) {
            return List.of();
        }
        var wanted = Asked.of(seats);
        var gone = taken.stream().flatMap(seat -> hall.find(seat).stream()).toList();
        var levels = new TreeMap<BigDecimal, List<FreeSeats>>();
        for (var free : indexes.free(hall, now, _ -> true, FreeSeats.AMONG_RIVALS)) {
            gone.stream()
                    .filter(seat -> seat.in() == free.index())
                    .forEach(seat -> free.take(seat.seat(), seat.seat() + 1));
            var gap = free.section().price().subtract(wanted.price()).abs();
            levels.computeIfAbsent(gap, _ -> new ArrayList<>()).add(free);
        }
        var chosen = new ArrayList<Group>();
        for (boolean neededByOthers : new boolean[] {false, true}) {
            Predicate<Group> fits = group -> (group.rank() >= NEEDED_BY_OTHERS) == neededByOthers
                    && (group.rank() % 2 == 0 || isNearlyGone(now, group.in().section()))
                    && chosen.stream().noneMatch(group::sharesASeatWith);
            var sought = new Search.Sought(wanted.seats(), wanted.wheelchairs(), wanted.middle(), fits);
            levels.values().forEach(level -> {
                if (chosen.size() < most) {
                    chosen.addAll(new Search(level).groups(sought, most - chosen.size()));
                }
            });
        }
        return chosen.stream()
                .map(group -> new Instead(group.in().section(), group.seats()))
                .toList();
    }

    /** Then single seats may be left; what is not for sale does not count. */
    private static boolean isNearlyGone(Availability now, Layout.Section section) {
        return now.sections().stream()
                .filter(figures -> figures.section().equals(section.section()))
                .anyMatch(figures ->
                        TENTH * figures.available() < figures.available() + figures.reserved() + figures.purchased());
    }
}
