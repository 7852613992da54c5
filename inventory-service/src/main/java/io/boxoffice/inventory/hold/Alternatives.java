package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.availability.Availabilities;
import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.best.Orphans;
import io.boxoffice.inventory.seatmap.Layout;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.Shard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.springframework.stereotype.Component;

/**
 * What a fan could have instead: as many seats side by side, same price first, nearest first, and none that would leave a
 * single seat and so be refused. Found in the picture of the last
 * second, so that a rush on few seats does not read whole sections, then looked at once in the shard.
 */
@Component
class Alternatives {
    private static final int GROUPS = 3;
    private static final int CANDIDATES = 12;
    private static final int TENTH = 10;

    private final Layouts layouts;
    private final Availabilities availabilities;
    private final SeatReads reads;

    Alternatives(Layouts layouts, Availabilities availabilities, SeatReads reads) {
        this.layouts = layouts;
        this.availabilities = availabilities;
        this.reads = reads;
    }

    private record Group(List<Layout.Place> seats, Layout.Section section, BigDecimal priceGap, double distance) {}

    private record Wanted(double x, double y, BigDecimal price) {}

    HoldRefusal.SeatTaken refusal(Shard shard, UUID event, List<UUID> asked, Collection<UUID> taken) {
        var candidates = candidates(layouts.of(event), availabilities.of(event), asked, Set.copyOf(taken));
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

    private static List<HeldSeat> published(Group group) {
        return group.seats().stream()
                .map(seat -> new HeldSeat(
                        seat.seatId(),
                        group.section().section(),
                        seat.row(),
                        seat.seatNumber(),
                        group.section().price()))
                .toList();
    }

    private static List<Group> candidates(Layout layout, Availability now, List<UUID> asked, Set<UUID> taken) {
        var wanted = wanted(layout, Set.copyOf(asked));
        Map<String, String> letters = new HashMap<>();
        now.sections()
                .forEach(section -> letters.put(section.section(), Objects.requireNonNullElse(section.seats(), "")));
        var groups = new ArrayList<Group>();
        for (var section : layout.sections()) {
            groups.addAll(groups(section, letters.getOrDefault(section.section(), ""), asked.size(), taken, wanted));
        }
        groups.sort(Comparator.comparing(Group::priceGap).thenComparingDouble(Group::distance));
        return apart(groups);
    }

    /** Every window of as many free neighbours as were asked for that a fan may hold; a section has one price. */
    private static List<Group> groups(
            Layout.Section section, String letters, int size, Set<UUID> taken, Wanted wanted) {
        var groups = new ArrayList<Group>();
        var seats = section.seats();
        IntPredicate free = seat -> seat < letters.length()
                && letters.charAt(seat) == 'A'
                && !taken.contains(seats.get(seat).seatId());
        boolean nearlyGone =
                TENTH * letters.chars().filter(letter -> letter == 'A').count() < letters.length();
        int run = 0;
        for (int i = 0; i < seats.size(); i++) {
            run = free.test(i) ? (section.joined(i) ? run + 1 : 1) : 0;
            int from = i + 1 - size;
            if (run >= size && (nearlyGone || !Orphans.leftBeside(section, free, from, i + 1))) {
                var group = seats.subList(from, i + 1);
                groups.add(new Group(
                        group,
                        section,
                        section.price().subtract(wanted.price()).abs(),
                        Math.hypot(middle(group, true) - wanted.x(), middle(group, false) - wanted.y())));
            }
        }
        return groups;
    }

    /** The best of them that share no seat. */
    private static List<Group> apart(List<Group> groups) {
        Set<UUID> used = new HashSet<>();
        var chosen = new ArrayList<Group>();
        for (var group : groups) {
            var ids = group.seats().stream().map(Layout.Place::seatId).toList();
            if (chosen.size() < CANDIDATES && ids.stream().noneMatch(used::contains)) {
                used.addAll(ids);
                chosen.add(group);
            }
        }
        return chosen;
    }

    private static Wanted wanted(Layout layout, Set<UUID> asked) {
        var seats = new ArrayList<Layout.Place>();
        var price = BigDecimal.ZERO;
        for (var section : layout.sections()) {
            for (var seat : section.seats()) {
                if (asked.contains(seat.seatId())) {
                    seats.add(seat);
                    price = section.price();
                }
            }
        }
        return new Wanted(middle(seats, true), middle(seats, false), price);
    }

    private static double middle(List<Layout.Place> seats, boolean x) {
        return seats.stream()
                .mapToDouble(seat -> x ? seat.x() : seat.y())
                .average()
                .orElse(0);
    }
}
