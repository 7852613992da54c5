package io.boxoffice.inventory.race;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Looks for one order of a seat's operations that the sequential model allows and that puts none before another which was answered
 * before the first was sent (Wing and Gong's search, with Lowe's memory of what was tried). What is allowed now and changes nothing
 * is taken at once: no order that works is lost by that. Operations that were never answered may be left out.
 */
final class SeatSearch {
    private static final int SHOWN = 12;

    private final List<Operation> operations;
    private final Set<Tried> tried = new HashSet<>();
    private Tried furthest = new Tried(new BitSet(), SeatState.FREE);

    private record Tried(BitSet done, SeatState seat) {}

    private SeatSearch(List<Operation> operations) {
        this.operations = operations.stream()
                .sorted(Comparator.comparingLong(Operation::invoked))
                .toList();
    }

    /** Why there is no such order, in words; empty where there is one. */
    static Optional<String> contradiction(UUID seat, List<Operation> operations) {
        var search = new SeatSearch(operations);
        return search.continues(new BitSet(), SeatState.FREE) ? Optional.empty() : Optional.of(search.told(seat));
    }

    private boolean continues(BitSet before, SeatState seat) {
        var done = (BitSet) before.clone();
        takeWhatChangesNothing(done, seat);
        if (done.cardinality() > furthest.done().cardinality()) {
            furthest = new Tried(done, seat);
        }
        long horizon = horizon(done);
        if (horizon == Long.MAX_VALUE && allCertain(done)) {
            return true;
        }
        if (!tried.add(new Tried(done, seat))) {
            return false;
        }
        for (int next = done.nextClearBit(0); possible(next, horizon); next = done.nextClearBit(next + 1)) {
            var then = operations.get(next).step().after(seat);
            if (then.isPresent()) {
                done.set(next);
                if (continues(done, then.get())) {
                    return true;
                }
                done.clear(next);
            }
        }
        return false;
    }

    /** Each one taken may move the horizon, and let more begin. */
    private void takeWhatChangesNothing(BitSet done, SeatState seat) {
        for (int taken = -1; taken < done.cardinality(); ) {
            taken = done.cardinality();
            long horizon = horizon(done);
            for (int next = done.nextClearBit(0); possible(next, horizon); next = done.nextClearBit(next + 1)) {
                var step = operations.get(next).step();
                if (step.after(seat).filter(seat::equals).isPresent() && !actsLater(step, done)) {
                    done.set(next);
                }
            }
        }
    }

    /** Giving back what is yet to be taken would do something then; all else that does nothing now will do nothing later. */
    private boolean actsLater(Step step, BitSet done) {
        if (!(step instanceof Step.GivenBack(var hold))) {
            return false;
        }
        for (int next = done.nextClearBit(0); next < operations.size(); next = done.nextClearBit(next + 1)) {
            if (operations.get(next).step() instanceof Step.Taken taken
                    && taken.hold().equals(hold)) {
                return true;
            }
        }
        return false;
    }

    private boolean possible(int next, long horizon) {
        return next < operations.size() && operations.get(next).invoked() <= horizon;
    }

    /** The first answer among those not yet placed: what was sent later comes later. */
    private long horizon(BitSet done) {
        long first = Long.MAX_VALUE;
        for (int next = done.nextClearBit(0); next < operations.size(); next = done.nextClearBit(next + 1)) {
            if (operations.get(next).certain()) {
                first = Math.min(first, operations.get(next).returned());
            }
        }
        return first;
    }

    private boolean allCertain(BitSet done) {
        for (int next = done.nextClearBit(0); next < operations.size(); next = done.nextClearBit(next + 1)) {
            if (operations.get(next).certain()) {
                return false;
            }
        }
        return true;
    }

    private String told(UUID seat) {
        var left = IntStream.range(0, operations.size())
                .filter(at -> !furthest.done().get(at))
                .limit(SHOWN)
                .mapToObj(at -> "\n    " + operations.get(at))
                .collect(Collectors.joining());
        return "seat %s: %d of %d operations fit, up to %s; then none of%s"
                .formatted(seat, furthest.done().cardinality(), operations.size(), furthest.seat(), left);
    }
}
