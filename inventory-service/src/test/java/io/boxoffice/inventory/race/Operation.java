package io.boxoffice.inventory.race;

import java.util.Set;
import java.util.UUID;

/**
 * One operation as its client saw it.
 *
 * @param who asked
 * @param step what the answer says of each of the seats
 * @param invoked when it was sent ({@link System#nanoTime()})
 * @param returned when its answer was there; the end of time where none came
 * @param certain false where it may as well never have happened
 */
record Operation(String who, Step step, Set<UUID> seats, long invoked, long returned, boolean certain) {
    private static final long NEVER = Long.MAX_VALUE;

    static Operation answered(String who, Step step, Set<UUID> seats, long invoked, long returned) {
        return new Operation(who, step, seats, invoked, returned, true);
    }

    /** Its answer was lost: it took effect at any moment since, or not at all. */
    static Operation unknown(String who, Step step, Set<UUID> seats, long invoked) {
        return new Operation(who, step, seats, invoked, NEVER, false);
    }

    /** Nobody heard an answer, but the database shows that it happened. */
    static Operation unheard(String who, Step step, Set<UUID> seats, long invoked) {
        return new Operation(who, step, seats, invoked, NEVER, true);
    }

    @Override
    public String toString() {
        return "%s %s %s [%,d … %s]%s"
                .formatted(
                        who,
                        step,
                        seats.size() == 1 ? "" : "with " + seats.size() + " seats",
                        invoked,
                        returned == NEVER ? "" : "%,d".formatted(returned),
                        certain ? "" : " perhaps");
    }
}
