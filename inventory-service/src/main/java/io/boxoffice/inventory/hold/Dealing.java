package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.combine.Ask;
import io.boxoffice.inventory.shard.Shard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The places of general admissions for one group: read once for all who want some, dealt out in order, to each all or none. */
final class Dealing {
    private final Shard shard;
    private final FreePlaces places;
    private final HoldExpiry expiry;
    private final Map<FreePlaces.Area, Deque<Verdict.Chosen>> stacks = new HashMap<>();
    private final List<Hand> dealt = new ArrayList<>();

    Dealing(Shard shard, FreePlaces places, HoldExpiry expiry) {
        this.shard = shard;
        this.places = places;
        this.expiry = expiry;
    }

    /** A request that wants places. */
    record Wanting(Ask<Bid, HoldOutcome> ask, Verdict.PlacesWanted wanted) {
        private FreePlaces.Area area() {
            return new FreePlaces.Area(ask.request().event(), wanted.choice().section());
        }

        private int quantity() {
            return wanted.choice().quantity();
        }
    }

    /** What a request got. */
    record Hand(Ask<Bid, HoldOutcome> ask, Verdict.PlacesWanted wanted, List<Verdict.Chosen> seats) {}

    /** What each got; who got none has an answer. */
    List<Hand> to(List<Wanting> all) {
        var without = deal(all);
        if (!without.isEmpty() && lapsedGaveSomeBack(without)) {
            without = deal(without);
        }
        without.forEach(this::refuse);
        return dealt;
    }

    /** Those who got none. */
    private List<Wanting> deal(List<Wanting> all) {
        Map<FreePlaces.Area, Integer> quantities = new LinkedHashMap<>();
        all.forEach(one -> quantities.merge(one.area(), one.quantity(), Integer::sum));
        places.take(shard, quantities)
                .forEach((area, taken) ->
                        stacks.computeIfAbsent(area, _ -> new ArrayDeque<>()).addAll(taken));
        var without = new ArrayList<Wanting>();
        for (var one : all) {
            var stack = stacks.getOrDefault(one.area(), new ArrayDeque<>());
            if (stack.size() < one.quantity()) {
                without.add(one);
            } else if (!one.wanted()
                    .choice()
                    .wish()
                    .affords(stack.getFirst().seat().price())) {
                one.ask().answer(new HoldOutcome.Refused(new HoldRefusal.NoSeats()));
            } else {
                dealt.add(new Hand(one.ask(), one.wanted(), off(stack, one.quantity())));
            }
        }
        return without;
    }

    private static List<Verdict.Chosen> off(Deque<Verdict.Chosen> stack, int quantity) {
        var hand = new ArrayList<Verdict.Chosen>();
        while (hand.size() < quantity) {
            hand.add(stack.removeFirst());
        }
        return hand;
    }

    private boolean lapsedGaveSomeBack(List<Wanting> without) {
        Set<UUID> events =
                without.stream().map(one -> one.ask().request().event()).collect(Collectors.toSet());
        int ended = 0;
        for (var event : events) {
            ended += expiry.expireBatch(shard, event);
        }
        return ended > 0;
    }

    private void refuse(Wanting one) {
        one.ask()
                .answer(
                        places.available(shard, one.area()) < one.quantity()
                                ? new HoldOutcome.Refused(new HoldRefusal.NoSeats())
                                : new HoldOutcome.Missed());
    }
}
