package io.boxoffice.inventory.race;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What every client of a race did and was told, written down while it goes on. */
final class Journal {
    /** The shard's clock is this machine's; what lies between its reading and ours is far less. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMillis(20);

    private final Instant wall = Instant.now();
    private final long nanos = System.nanoTime();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Set<UUID>> seats = new ConcurrentHashMap<>();
    private final Queue<Attempt> lost = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    /** A hold that was asked for and never answered. */
    record Attempt(UUID fan, @Nullable UUID replaced, long invoked) {}

    long now() {
        return System.nanoTime();
    }

    /** Somebody calls now. */
    long call() {
        calls.incrementAndGet();
        return now();
    }

    /** Calls so far, answered or not. */
    int calls() {
        return calls.get();
    }

    /** The moment of a clock on the wall, a little early. */
    long at(Instant moment) {
        return nanos + Duration.between(wall, moment.minus(CLOCKS_DIFFER)).toNanos();
    }

    void add(Operation operation) {
        operations.add(operation);
    }

    /** A hold was answered: its seats are taken, those of the one it replaces are free, and one day its time is over. */
    void held(
            String who,
            UUID hold,
            Set<UUID> its,
            @Nullable UUID replaced,
            Instant expires,
            long invoked,
            long returned) {
        seats.put(hold, its);
        add(Operation.answered(who, new Step.Taken(hold, replaced), its, invoked, returned));
        lapses(hold, at(expires));
        if (replaced != null) {
            var back = without(seatsOf(replaced), its);
            add(Operation.answered(who, new Step.GivenBack(replaced), back, invoked, returned));
        }
    }

    /** A hold that is in the books, though nobody heard of it. */
    void unheard(UUID hold, Set<UUID> its, Collection<Attempt> attempts, Instant expires) {
        seats.put(hold, its);
        var first = attempts.stream()
                .min(Comparator.comparingLong(Attempt::invoked))
                .orElseThrow();
        add(Operation.unheard("lost", new Step.Taken(hold, first.replaced()), its, first.invoked()));
        if (first.replaced() != null) {
            var back = without(seatsOf(first.replaced()), its);
            add(Operation.unheard("lost", new Step.GivenBack(first.replaced()), back, first.invoked()));
        }
        lapses(hold, at(expires));
    }

    /** From then on its time may be over. */
    void lapses(UUID hold, long moment) {
        add(Operation.unknown("time", new Step.Lapsed(hold), seatsOf(hold), moment));
    }

    void lost(UUID fan, @Nullable UUID replaced, long invoked) {
        lost.add(new Attempt(fan, replaced, invoked));
    }

    /** An answer nobody should get, in words. */
    void surprise(String words) {
        surprises.add(words);
    }

    Collection<String> surprises() {
        return surprises;
    }

    Collection<Attempt> lost() {
        return lost;
    }

    Set<UUID> seatsOf(UUID hold) {
        return seats.getOrDefault(hold, Set.of());
    }

    /** The holds somebody was told they have, each with its seats. */
    Map<UUID, Set<UUID>> told() {
        return Map.copyOf(seats);
    }

    int size() {
        return operations.size();
    }

    /** The operations on each seat. A hold answered several times, under one key, was placed before the first answer. */
    Map<UUID, List<Operation>> bySeat() {
        Map<UUID, List<Operation>> bySeat = new HashMap<>();
        var steps = new ArrayList<Operation>();
        operations.stream()
                .collect(groupingBy(Journal::oneHoldOnce))
                .values()
                .forEach(same -> steps.add(same.size() == 1 ? same.getFirst() : first(same)));
        for (var operation : steps) {
            operation
                    .seats()
                    .forEach(seat ->
                            bySeat.computeIfAbsent(seat, _ -> new ArrayList<>()).add(operation));
        }
        return bySeat;
    }

    private static Object oneHoldOnce(Operation operation) {
        return operation.step() instanceof Step.Taken taken ? taken.hold() : operation;
    }

    private static Operation first(List<Operation> same) {
        var one = same.getFirst();
        return new Operation(
                one.who(),
                one.step(),
                one.seats(),
                same.stream().mapToLong(Operation::invoked).min().orElseThrow(),
                same.stream().mapToLong(Operation::returned).min().orElseThrow(),
                one.certain());
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        return all.stream().filter(seat -> !some.contains(seat)).collect(toSet());
    }
}
