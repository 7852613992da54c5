package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Orphans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides by a look alone what is to become of a request. */
final class Verdicts {
    private Verdicts() {}

    static Verdict on(Bid bid, int n, Look look) {
        var sale = look.sales().get(bid.event());
        var standing = look.standings().get(n);
        var stop = Door.stops(bid, sale, standing);
        if (stop != null) {
            return new Verdict.Answered(stop);
        }
        if (sale == null || !(bid.admitted() instanceof Admitted.Fan fan)) {
            throw new IllegalStateException("nobody passes the door without a sale and a fan");
        }
        if (!standing.live().isEmpty()) {
            return new Verdict.Answered(inTheWay(standing));
        }
        if (bid.choice().quantity() > sale.limit()) {
            return refused(new HoldRefusal.OverLimit(sale.limit(), standing.used()));
        }
        var verdict = onSeats(bid.choice(), fan, look);
        boolean tooMany = standing.used() + bid.choice().quantity() > sale.limit();
        return tooMany && !(verdict instanceof Verdict.Answered)
                ? refused(new HoldRefusal.OverLimit(sale.limit(), standing.used()))
                : verdict;
    }

    /** Lapsed ones have been ended before; one that lapsed since is ended the next time. */
    private static HoldOutcome inTheWay(Look.Standing standing) {
        return standing.live().stream()
                .filter(live -> !live.lapsed())
                .findFirst()
                .<HoldOutcome>map(live -> new HoldOutcome.Refused(new HoldRefusal.Exists(live.holdId())))
                .orElseGet(HoldOutcome.Missed::new);
    }

    private static Verdict onSeats(SeatChoice choice, Admitted.Fan fan, Look look) {
        return switch (choice) {
            case SeatChoice.Named named -> {
                var refusal = refusal(named, look);
                yield refusal != null ? refused(refusal) : placeable(named.seats(), fan, look);
            }
            case SeatChoice.Picked(var seats, var wish) -> {
                boolean stillSo = look.taken(seats).isEmpty()
                        && seats.stream()
                                .allMatch(seat -> wish.affords(at(look, seat).price()));
                yield stillSo ? placeable(seats, fan, look) : new Verdict.Answered(new HoldOutcome.Missed());
            }
            case SeatChoice.Places places -> new Verdict.PlacesWanted(fan, places);
            case SeatChoice.Nothing _ -> refused(new HoldRefusal.NoSeats());
        };
    }

    private static @Nullable HoldRefusal refusal(SeatChoice.Named named, Look look) {
        if (!named.unknown().isEmpty()) {
            return new HoldRefusal.Unknown(named.unknown());
        }
        var taken = look.taken(named.seats());
        return taken.isEmpty() ? orphans(named, look) : new HoldRefusal.SeatTaken(taken, List.of());
    }

    private static @Nullable HoldRefusal orphans(SeatChoice.Named named, Look look) {
        Map<String, List<Spot>> bySection = new HashMap<>();
        named.seats()
                .forEach(seat -> bySection
                        .computeIfAbsent(seat.section().section(), _ -> new ArrayList<>())
                        .add(seat));
        var orphans = new ArrayList<UUID>();
        Set<String> sections = new HashSet<>();
        bySection.forEach((name, seats) -> {
            var section = seats.getFirst().section();
            var taken = new HashSet<Integer>();
            seats.forEach(seat -> taken.add(seat.position()));
            for (int seat : Orphans.left(section, at -> look.isFree(new Spot(section, at)), taken)) {
                if (!named.nearlyGone().contains(name)) {
                    orphans.add(new Spot(section, seat).seatId());
                    sections.add(name);
                }
            }
        });
        return orphans.isEmpty() ? null : new HoldRefusal.Orphan(orphans, sections);
    }

    private static Verdict placeable(List<Spot> seats, Admitted.Fan fan, Look look) {
        return new Verdict.Placeable(
                fan,
                seats.stream()
                        .map(spot -> new Verdict.Chosen(
                                spot.at(at(look, spot).price()), at(look, spot).version()))
                        .toList());
    }

    private static Look.Seat at(Look look, Spot spot) {
        return Objects.requireNonNull(look.seats().get(spot.seatId()));
    }

    private static Verdict refused(HoldRefusal why) {
        return new Verdict.Answered(new HoldOutcome.Refused(why));
    }
}
