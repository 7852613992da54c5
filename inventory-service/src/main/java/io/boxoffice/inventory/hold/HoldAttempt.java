package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One attempt to place a hold, inside one transaction: it holds all the seats, or throws and leaves nothing behind. */
@Component
class HoldAttempt {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final HoldPlacement placement;
    private final Holds holds;
    private final HoldEnding ending;
    private final Admission admission;
    private final HoldProperties properties;
    private final InstantSource clock;

    HoldAttempt(
            HoldPlacement placement,
            Holds holds,
            HoldEnding ending,
            Admission admission,
            HoldProperties properties,
            java.time.Clock clock) {
        this.placement = placement;
        this.holds = holds;
        this.ending = ending;
        this.admission = admission;
        this.properties = properties;
        this.clock = clock;
    }

    /** Carries a refusal out of the transaction, which it undoes. */
    static final class Refused extends RuntimeException {
        private final transient HoldRefusal refusal;

        Refused(HoldRefusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }

        HoldRefusal refusal() {
            return refusal;
        }
    }

    /** The seats were free when read and are free when read again, but were not in between. */
    static final class Missed extends RuntimeException {
        Missed() {
            super(null, null, false, false);
        }
    }

    ResponseEntity<Object> run(Shard shard, UUID event, Admission.Presented presented, List<UUID> seatIds) {
        var sale = placement.sale(shard, event).orElseThrow(Problems::notFound);
        var fan = admission.admit(event, presented, sale.tokenNeeded());
        if (!sale.open()) {
            throw new Refused(new HoldRefusal.NotOpen(sale.opensAt()));
        }
        requireNoLiveHold(shard, event, fan);
        var seats = free(shard, event, seatIds);
        if (seatIds.size() > sale.limit()) {
            throw overLimit(shard, event, fan, sale);
        }
        double ttl = properties.holdTtl().toMillis() / MILLIS_PER_SECOND;
        var placed = placement.place(shard, event, fan, seats, ttl);
        if (placed.taken() < seatIds.size()) {
            throw reason(shard, event, fan, seatIds, sale, placed);
        }
        return held(shard, event, fan, seats, placed);
    }

    /** A hold of the fan's that has lapsed and that nobody has swept yet is no obstacle. */
    private void requireNoLiveHold(Shard shard, UUID event, HoldPlacement.Fan fan) {
        holds.live(shard, event, fan.user(), fan.session()).ifPresent(live -> {
            if (!live.lapsed()) {
                throw new Refused(new HoldRefusal.Exists(live.holdId()));
            }
            ending.expire(shard, List.of(live.holdId()));
        });
    }

    /** The seats as read, after the lapsed holds in their way have ended. */
    private List<HoldPlacement.Seat> free(Shard shard, UUID event, List<UUID> seatIds) {
        var seats = placement.read(shard, event, seatIds);
        if (seats.size() < seatIds.size()) {
            var unknown = new HashSet<>(seatIds);
            seats.forEach(seat -> unknown.remove(seat.seat().seatId()));
            throw new Refused(new HoldRefusal.Unknown(unknown));
        }
        var lapsed = seats.stream()
                .map(HoldPlacement.Seat::lapsedHold)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!lapsed.isEmpty()) {
            ending.expire(shard, lapsed);
            seats = placement.read(shard, event, seatIds);
        }
        var taken = taken(seats);
        if (!taken.isEmpty()) {
            throw new Refused(new HoldRefusal.SeatTaken(taken, List.of()));
        }
        return seats;
    }

    private static List<UUID> taken(Collection<HoldPlacement.Seat> seats) {
        return seats.stream()
                .filter(seat -> !seat.available())
                .map(seat -> seat.seat().seatId())
                .toList();
    }

    /** Why the guarded statement stopped where it did. */
    private RuntimeException reason(
            Shard shard,
            UUID event,
            HoldPlacement.Fan fan,
            List<UUID> seatIds,
            HoldPlacement.Sale sale,
            HoldPlacement.Placed placed) {
        if (placed.locked() < placed.asked()) {
            var taken = taken(placement.read(shard, event, seatIds));
            return taken.isEmpty() ? new Missed() : new Refused(new HoldRefusal.SeatTaken(taken, List.of()));
        }
        if (placed.held() == 0) {
            var live = holds.live(shard, event, fan.user(), fan.session());
            return live.isPresent()
                    ? new Refused(new HoldRefusal.Exists(live.get().holdId()))
                    : new Missed();
        }
        return overLimit(shard, event, fan, sale);
    }

    private Refused overLimit(Shard shard, UUID event, HoldPlacement.Fan fan, HoldPlacement.Sale sale) {
        return new Refused(new HoldRefusal.OverLimit(sale.limit(), placement.used(shard, event, fan.limitKey())));
    }

    private ResponseEntity<Object> held(
            Shard shard,
            UUID event,
            HoldPlacement.Fan fan,
            List<HoldPlacement.Seat> seats,
            HoldPlacement.Placed placed) {
        var held = seats.stream().map(HoldPlacement.Seat::seat).toList();
        var expiresAt = Objects.requireNonNull(placed.expiresAt());
        var told = new HoldEvent.SeatsHeld(
                event, clock.instant(), placed.holdId(), fan.user(), fan.session(), held, expiresAt);
        shard.outbox().append("boxoffice.seats", event, "SeatsHeld", placed.holdId(), told);
        var answer = new HoldAnswer(
                placed.holdId(),
                event,
                HoldStatus.ACTIVE,
                null,
                held,
                Objects.requireNonNull(placed.subtotal()),
                Objects.requireNonNull(placed.currency()),
                expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/events/" + event + "/holds/" + placed.holdId()))
                .body(answer);
    }
}
