package io.boxoffice.inventory.best;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.seatmap.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered instead, over many halls, against looking at every seat. */
class NearbyTests {
    private static final int MOST = 12;
    private static final int ASKED = 3;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Seats side by side that somebody asks for, free or not. */
    private record Asked(Layout.Section section, List<Layout.Place> seats) {
        static Asked of(RandomHall hall, Random random) {
            var sections = hall.layout().sections();
            var section = sections.get(random.nextInt(sections.size()));
            int size = Math.min(section.seats().size(), 1 + random.nextInt(ASKED));
            int from = random.nextInt(section.seats().size() - size + 1);
            return new Asked(section, section.seats().subList(from, from + size));
        }

        List<UUID> ids() {
            return seats.stream().map(Layout.Place::seatId).toList();
        }

        long wheelchairs() {
            return seats.stream().filter(Layout.Place::isAccessible).count();
        }

        BigDecimal gap(Layout.Section other) {
            return other.price().subtract(section.price()).abs();
        }

        double distance(List<Layout.Place> others) {
            return Math.hypot(x(others) - x(seats), y(others) - y(seats));
        }

        private static double x(List<Layout.Place> seats) {
            return seats.stream().mapToDouble(Layout.Place::x).average().orElseThrow();
        }

        private static double y(List<Layout.Place> seats) {
            return seats.stream().mapToDouble(Layout.Place::y).average().orElseThrow();
        }
    }

    private static List<Nearby.Instead> offered(RandomHall hall, Asked asked, Set<UUID> taken) {
        return new Nearby(new HallIndexes()).of(hall.layout(), hall.picture(), asked.ids(), taken, MOST);
    }

    private static boolean isNearlyGone(RandomHall hall, Layout.Section section) {
        var figures = hall.picture().sections().get(hall.layout().sections().indexOf(section));
        return 10 * figures.available() < figures.available() + figures.reserved() + figures.purchased();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void offersCanBeHeldAndShareNoSeat(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        var asked = Asked.of(hall, random);
        var seen = new HashSet<UUID>();
        for (var offer : offered(hall, asked, Set.of())) {
            int from = offer.section().seats().indexOf(offer.seats().getFirst());
            int size = offer.seats().size();
            assertThat(size).isEqualTo(asked.seats().size());
            assertThat(hall.windows(offer.section(), size)).contains(from);
            assertThat(hall.leavesASingle(offer.section(), from, size) && !isNearlyGone(hall, offer.section()))
                    .isFalse();
            assertThat(offer.seats().stream().filter(Layout.Place::isAccessible).count())
                    .isGreaterThanOrEqualTo(asked.wheelchairs());
            offer.seats().forEach(seat -> assertThat(seen.add(seat.seatId())).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamePriceComesFirstAndThenTheNearest(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        var asked = Asked.of(hall, random);
        for (boolean plain : List.of(true, false)) {
            var offers = offered(hall, asked, Set.of()).stream()
                    .filter(offer -> isPlain(asked, offer.seats()) == plain)
                    .toList();
            var inOrder = new ArrayList<>(offers);
            inOrder.sort(java.util.Comparator.comparing((Nearby.Instead offer) -> asked.gap(offer.section()))
                    .thenComparing(offer -> misfits(asked, offer.seats()))
                    .thenComparing(offer -> leavesASingle(hall, offer))
                    .thenComparingDouble(offer -> asked.distance(offer.seats())));
            assertThat(offers).isEqualTo(inOrder);
        }
    }

    private static boolean leavesASingle(RandomHall hall, Nearby.Instead offer) {
        int from = offer.section().seats().indexOf(offer.seats().getFirst());
        return hall.leavesASingle(offer.section(), from, offer.seats().size());
    }

    private static boolean isPlain(Asked asked, List<Layout.Place> seats) {
        long wheelchairs = seats.stream().filter(Layout.Place::isAccessible).count();
        return asked.wheelchairs() > 0
                ? wheelchairs == asked.wheelchairs()
                : seats.stream().noneMatch(seat -> seat.flags() != 0);
    }

    private static long misfits(Asked asked, List<Layout.Place> seats) {
        return asked.wheelchairs() == 0
                ? 0
                : seats.stream()
                        .filter(seat -> !seat.isAccessible() && !seat.isCompanion())
                        .count();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereNothingIsOfferedNothingCouldBeHeld(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        var asked = Asked.of(hall, random);
        if (offered(hall, asked, Set.of()).isEmpty()) {
            int size = asked.seats().size();
            for (var section : hall.layout().sections()) {
                assertThat(hall.windows(section, size))
                        .allSatisfy(from -> assertThat(
                                        !isNearlyGone(hall, section) && hall.leavesASingle(section, from, size)
                                                || section.seats().subList(from, from + size).stream()
                                                                .filter(Layout.Place::isAccessible)
                                                                .count()
                                                        < asked.wheelchairs())
                                .isTrue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsKnownToBeGoneIsNotOffered(long seed) {
        var random = new Random(seed);
        var hall = RandomHall.of(random);
        var asked = Asked.of(hall, random);
        var taken = Set.copyOf(asked.ids());
        assertThat(offered(hall, asked, taken))
                .allSatisfy(offer -> assertThat(offer.seats()).noneMatch(seat -> taken.contains(seat.seatId())));
    }
}
