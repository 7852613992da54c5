package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.combine.Ask;
import io.boxoffice.inventory.combine.Group;
import io.boxoffice.inventory.shard.Shard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;

/**
 * One transaction for the requests of a group: look, clear the way, decide, place. Refusals are answered as they are found; those
 * that are placed after the commit.
 */
@Component
class Round {
    private final GroupLooks looks;
    private final Obstacles obstacles;
    private final FreePlaces places;
    private final HoldExpiry expiry;
    private final Papers papers;
    private final Placements placements;

    Round(
            GroupLooks looks,
            Obstacles obstacles,
            FreePlaces places,
            HoldExpiry expiry,
            Papers papers,
            Placements placements) {
        this.looks = looks;
        this.obstacles = obstacles;
        this.places = places;
        this.expiry = expiry;
        this.papers = papers;
        this.placements = placements;
    }

    /** What is committed. */
    record Result(List<Placement> placed, Set<UUID> changed) {}

    Result run(Shard shard, Group<Bid, HoldOutcome> group, List<Ask<Bid, HoldOutcome>> asks, TransactionStatus status) {
        var bids = asks.stream().map(Ask::request).toList();
        var look = looks.of(shard, bids);
        Set<UUID> changed = new HashSet<>(obstacles.end(shard, asks, look));
        if (!changed.isEmpty()) {
            look = looks.of(shard, bids);
        }
        var ready = ready(shard, group, asks, look);
        var placed = ready.isEmpty() ? List.<Placement>of() : place(shard, ready, papers.expiry(look));
        placed.forEach(placement -> changed.add(placement.bid().event()));
        if (placed.isEmpty() && bids.stream().anyMatch(bid -> bid.request().replaced() != null)) {
            status.setRollbackOnly();
        }
        return new Result(placed, changed);
    }

    private List<Placement> ready(
            Shard shard, Group<Bid, HoldOutcome> group, List<Ask<Bid, HoldOutcome>> asks, Look look) {
        var verdicts = new java.util.IdentityHashMap<Ask<Bid, HoldOutcome>, Verdict>();
        var wanting = new ArrayList<Ask<Bid, HoldOutcome>>();
        for (int n = 0; n < asks.size(); n++) {
            var ask = asks.get(n);
            var verdict = Verdicts.on(ask.request(), n, look);
            if (verdict instanceof Verdict.Answered(var outcome)) {
                ask.answer(outcome);
            } else if (group.isOpen(ask)) {
                verdicts.put(ask, verdict);
                wanting.add(ask);
            }
        }
        var ready = new ArrayList<Placement>();
        var placesWanted = new ArrayList<Dealing.Wanting>();
        for (var ask : group.claim(wanting, Bid::touches)) {
            switch (java.util.Objects.requireNonNull(verdicts.get(ask))) {
                case Verdict.Placeable(var fan, var seats) -> ready.add(papers.of(ask, fan, look, seats));
                case Verdict.PlacesWanted wanted -> placesWanted.add(new Dealing.Wanting(ask, wanted));
                case Verdict.Answered _ -> throw new IllegalStateException("answered");
            }
        }
        if (!placesWanted.isEmpty()) {
            new Dealing(shard, places, expiry)
                    .to(placesWanted)
                    .forEach(hand ->
                            ready.add(papers.of(hand.ask(), hand.wanted().fan(), look, hand.seats())));
        }
        return ready;
    }

    private List<Placement> place(Shard shard, List<Placement> ready, java.time.Instant until) {
        var done = placements.place(shard, ready, until);
        var placed = new ArrayList<Placement>();
        var missed = new ArrayList<Placement>();
        for (int n = 0; n < ready.size(); n++) {
            (done.get(n) ? placed : missed).add(ready.get(n));
        }
        if (!missed.isEmpty()) {
            tell(shard, missed);
        }
        return placed;
    }

    /** Seats that somebody else got meanwhile are refused at once; others are worth another try. */
    private void tell(Shard shard, List<Placement> missed) {
        var look = looks.of(shard, missed.stream().map(Placement::bid).toList());
        for (var placement : missed) {
            var taken = placement.bid().choice() instanceof SeatChoice.Named named
                    ? look.taken(named.seats())
                    : List.<UUID>of();
            placement
                    .ask()
                    .answer(
                            taken.isEmpty()
                                    ? new HoldOutcome.Missed()
                                    : new HoldOutcome.Refused(new HoldRefusal.SeatTaken(taken, List.of())));
        }
    }
}
