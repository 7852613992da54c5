package io.boxoffice.inventory.stream;

import io.boxoffice.inventory.follow.Change;
import io.boxoffice.inventory.follow.SeatAt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What changed in the last minute, for those who come back. */
final class Recent {
    private static final long REMEMBERED_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long OVERLAP_NANOS = Duration.ofSeconds(5).toNanos();

    private final Deque<Known> known = new ArrayDeque<>();
    /** From this version on everything is known. */
    private long since;

    private record Known(Change change, long at) {}

    Recent(long version) {
        this.since = version;
    }

    void add(Change change, long now) {
        known.add(new Known(change, now));
        while (now - known.getFirst().at() > REMEMBERED_NANOS) {
            since = known.removeFirst().change().version();
        }
    }

    /**
     * The seats that changed since a version and a little before it; nothing when that is not known any more. The version may be
     * one that another instance told, in the middle of a change here.
     */
    Optional<Set<SeatAt>> since(long version, long current) {
        if (version < since || version > current) {
            return Optional.empty();
        }
        long from = known.stream()
                .filter(one -> one.change().version() > version)
                .mapToLong(Known::at)
                .findFirst()
                .orElseGet(() -> known.isEmpty() ? 0 : known.getLast().at());
        var seats = new LinkedHashSet<SeatAt>();
        known.stream()
                .filter(one -> one.at() - from >= -OVERLAP_NANOS)
                .forEach(one -> seats.addAll(one.change().seats()));
        return Optional.of(seats);
    }
}
