package io.boxoffice.inventory.best;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of choosing, over many halls, against looking at every seat. */
class BestSeatsTests {
    private static final int WISHES = 20;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<Group> picked(RandomHall hall, Wish wish) {
        var indexes = new HallIndexes();
        var free = indexes.free(
                indexes.of(hall.layout()),
                hall.picture(),
                section -> wish.allows(section.section(), section.price()),
                FreeSeats.AMONG_RIVALS);
        return new Arrangement(free, best -> best.subList(0, 1)).of(wish, 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeatIsFreeAndAsWishedAndGroupsAreNeighbours(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        for (int i = 0; i < WISHES; i++) {
            var wish = hall.wish(random);
            var groups = picked(hall, wish);
            for (var group : groups) {
                var section = group.in().section();
                assertThat(hall.windows(section, group.to() - group.from())).contains(group.from());
                assertThat(wish.section()).isIn(null, section.section());
                assertThat(wish.affords(section.price())).isTrue();
            }
            var seats = groups.stream().flatMap(group -> group.seats().stream()).toList();
            assertThat(seats).doesNotHaveDuplicates();
            assertThat(seats.size()).isIn(0, wish.quantity());
            if (wish.adjacent() && wish.accessible() == 0) {
                assertThat(groups.size()).isLessThan(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noOtherGroupInOneRowIsBetter(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        for (int i = 0; i < WISHES; i++) {
            var wish = hall.wish(random);
            var best = everyGroup(hall, wish).stream().min(Group.BEST_FIRST);
            var groups = picked(hall, wish);
            best.ifPresent(one -> {
                assertThat(groups).hasSize(1);
                assertThat(groups.getFirst().misfits()).isEqualTo(one.misfits());
                assertThat(groups.getFirst().rank()).isEqualTo(one.rank());
                assertThat(groups.getFirst().distance()).isCloseTo(one.distance(), within(1e-9));
            });
            if (best.isEmpty() && wish.adjacent() && wish.accessible() == 0) {
                assertThat(groups).isEmpty();
            }
        }
    }

    private static List<Group> everyGroup(RandomHall hall, Wish wish) {
        var all = new ArrayList<Group>();
        for (var section : hall.layout().sections()) {
            if (wish.allows(section.section(), section.price())) {
                var in = new FreeSeats(new SectionIndex(section), new java.util.BitSet(), FreeSeats.AMONG_RIVALS);
                hall.windows(section, wish.quantity()).stream()
                        .map(from -> weighed(hall, in, from, wish))
                        .filter(Objects::nonNull)
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** By the words of the rules: a wheelchair's own seats, those that others need, single seats, nearness. */
    private static Group weighed(RandomHall hall, FreeSeats in, int from, Wish wish) {
        var section = in.section();
        var seats = section.seats().subList(from, from + wish.quantity());
        long wheelchairs = seats.stream().filter(Layout.Place::isAccessible).count();
        if (wheelchairs < wish.accessible()) {
            return null;
        }
        boolean others = seats.stream().anyMatch(seat -> seat.isCompanion() || seat.isRestricted());
        boolean needed = wheelchairs > wish.accessible() || (wish.accessible() == 0 && others);
        int rank = (needed ? 2 : 0) + (hall.leavesASingle(section, from, wish.quantity()) ? 1 : 0);
        long companions = seats.stream().filter(Layout.Place::isCompanion).count();
        long misfits = wish.accessible() == 0 ? 0 : Math.max(0, seats.size() - wheelchairs - companions);
        double x = seats.stream().mapToDouble(Layout.Place::x).average().orElseThrow() - section.focalX();
        double y = seats.stream().mapToDouble(Layout.Place::y).average().orElseThrow() - section.focalY();
        return new Group(in, from, from + wish.quantity(), rank, (int) misfits, Math.hypot(x, y));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoMayBeApartIsSeatedAsLongAsThereAreSeats(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        int free = hall.picture().sections().stream()
                .mapToInt(section -> section.available())
                .sum();
        for (int quantity = 1; quantity < 8; quantity++) {
            var groups = picked(hall, new Wish(quantity, null, null, false, 0));
            assertThat(groups.isEmpty()).isEqualTo(free < quantity);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyWheelchairHasTheOthersBesideIt(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        for (int wheelchairs = 1; wheelchairs < 3; wheelchairs++) {
            for (int quantity = wheelchairs; quantity < 5; quantity++) {
                var groups = picked(hall, new Wish(quantity, null, null, true, wheelchairs));
                long share = groups.size() == 1 ? wheelchairs : 1;
                assertThat(groups)
                        .allSatisfy(group -> assertThat(group.seats().stream().filter(Layout.Place::isAccessible))
                                .hasSizeGreaterThanOrEqualTo((int) share));
                assertThat(groups.size()).isIn(0, 1, wheelchairs);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pickersAtTheSameTimeAreAfterDifferentSeats(long seed) throws Exception {
        var hall = RandomHall.of(new Random(seed));
        var best = new BestAvailable(new HallIndexes());
        var wish = new Wish(2, null, null, true, 0);
        Set<UUID> seen = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<UUID>>> running = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> best.pick(hall.layout(), hall.picture(), wish, Set.of(), 0)
                            .map(BestAvailable.Pick::seats)
                            .orElse(List.of())))
                    .toList();
            for (var one : running) {
                assertThat(one.get())
                        .allSatisfy(seat -> assertThat(seen.add(seat)).isTrue());
            }
        }
        assertThat(seen.isEmpty())
                .isEqualTo(hall.layout().sections().stream()
                        .allMatch(section -> hall.windows(section, 2).isEmpty()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasGivenUpIsForTheNext(long seed) {
        var hall = RandomHall.of(new Random(seed));
        var best = new BestAvailable(new HallIndexes());
        var wish = new Wish(1, null, null, true, 0);
        var first = best.pick(hall.layout(), hall.picture(), wish, Set.of(), 0);
        first.ifPresent(pick -> {
            best.dropped(pick);
            assertThat(best.pick(hall.layout(), hall.picture(), wish, Set.of(), 0)
                            .map(BestAvailable.Pick::seats))
                    .contains(pick.seats());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofSeatsThatAreGivenBackForOthersAnyMayBeTaken(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        var ours = new HashSet<UUID>();
        hall.layout().sections().forEach(section -> section.seats().forEach(seat -> ours.add(seat.seatId())));
        var pick = new BestAvailable(new HallIndexes())
                .pick(hall.layout(), hall.picture(), new Wish(ours.size(), null, null, false, 0), ours, 0);
        assertThat(pick).isPresent();
        assertThat(pick.orElseThrow().seats()).containsExactlyInAnyOrderElementsOf(ours);
    }
}
