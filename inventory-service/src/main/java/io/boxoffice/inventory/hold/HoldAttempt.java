package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Gate;
import io.boxoffice.inventory.shard.Shard;
import java.math.BigDecimal;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One attempt to place a hold, inside one transaction: it holds all the seats, or throws and leaves nothing behind. */
@Component
class HoldAttempt {
    private static final double MILLIS_PER_SECOND = 1_000;

    private final Sales sales;
    private final HoldPlacement placement;
    private final Holds holds;
    private final LiveHolds live;
    private final Admission admission;
    private final HoldProperties properties;
    private final InstantSource clock;

    HoldAttempt(
            Sales sales,
            HoldPlacement placement,
            Holds holds,
            LiveHolds live,
            Admission admission,
            HoldProperties properties,
            java.time.Clock clock) {
        this.sales = sales;
        this.placement = placement;
        this.holds = holds;
        this.live = live;
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

    /** The seats were free when read and are free when read again, but were not in between; or others are to be tried. */
    static final class Missed extends RuntimeException {
        Missed() {
            super(null, null, false, false);
        }
    }

    /** The attempt in a transaction of its own with the stored answer; a repeat gets that answer. */
    ResponseEntity<Object> inTransaction(HoldRequest request, SeatChoice choice) {
        var shard = request.shard();
        return shard.inTransaction(() -> {
            Gate.enter(shard.jdbc(), request.event(), request.epoch());
            return shard.idempotency().inTransaction(request.idempotent(), () -> run(request, choice));
        });
    }

    private ResponseEntity<Object> run(HoldRequest request, SeatChoice choice) {
        var shard = request.shard();
        var event = request.event();
        var sale = sales.of(shard, event).orElseThrow(Problems::notFound);
        if (sale.cancelled()) {
            throw new Refused(new HoldRefusal.Cancelled());
        }
        var fan = admission.admit(event, request.presented(), sale.tokenNeeded());
        if (!sale.open()) {
            throw new Refused(new HoldRefusal.NotOpen(sale.opensAt()));
        }
        live.giveBack(request);
        live.requireNone(shard, event, fan);
        if (choice.quantity() > sale.limit()) {
            throw overLimit(shard, event, fan, sale);
        }
        var seats = choice.seats().get();
        double ttl = properties.holdTtl().toMillis() / MILLIS_PER_SECOND;
        var placed = placement.place(shard, event, fan, seats, ttl);
        if (placed.taken() < seats.size()) {
            throw reason(shard, event, fan, seats, sale, placed);
        }
        return held(shard, event, fan, seats, placed);
    }

    /** Why the guarded statement stopped where it did. */
    private RuntimeException reason(
            Shard shard,
            UUID event,
            HoldPlacement.Fan fan,
            List<HoldPlacement.Seat> seats,
            Sales.Sale sale,
            HoldPlacement.Placed placed) {
        if (placed.locked() < placed.asked()) {
            var taken = HoldPlacement.taken(placement.read(
                    shard,
                    event,
                    seats.stream().map(seat -> seat.seat().seatId()).toList()));
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

    private Refused overLimit(Shard shard, UUID event, HoldPlacement.Fan fan, Sales.Sale sale) {
        return new Refused(new HoldRefusal.OverLimit(sale.limit(), sales.used(shard, event, fan.limitKey())));
    }

    private ResponseEntity<Object> held(
            Shard shard,
            UUID event,
            HoldPlacement.Fan fan,
            List<HoldPlacement.Seat> seats,
            HoldPlacement.Placed placed) {
        var held = seats.stream().map(HoldPlacement.Seat::seat).toList();
        var subtotal = Objects.requireNonNull(placed.subtotal());
        if (held.stream()
                        .map(HeldSeat::price)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(subtotal)
                != 0) {
            // the price changed between the look and the hold
            throw new Missed();
        }
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
                subtotal,
                Objects.requireNonNull(placed.currency()),
                expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/events/" + event + "/holds/" + placed.holdId()))
                .body(answer);
    }
}
