package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.best.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which seats a request is for, as far as that can be said before the shard is looked at. */
sealed interface SeatChoice {

    int quantity();

    /**
     * These and no others.
     *
     * @param around their neighbours, which must not be left single
     * @param unknown asked for as well, but no seats of the event
     * @param nearlyGone sections where single seats may be left
     */
    record Named(List<Spot> seats, List<Spot> around, List<UUID> unknown, Set<String> nearlyGone)
            implements SeatChoice {
        @Override
        public int quantity() {
            return seats.size() + unknown.size();
        }

        /** The same, where more sections are found to be nearly gone. */
        Named whereNearlyGone(Set<String> more) {
            var all = new HashSet<>(nearlyGone);
            all.addAll(more);
            return new Named(seats, around, unknown, all);
        }
    }

    /** Picked for the fan; others will do. */
    record Picked(List<Spot> seats, Wish wish) implements SeatChoice {
        @Override
        public int quantity() {
            return seats.size();
        }
    }

    /** Any places of a general admission. */
    record Places(String section, Wish wish) implements SeatChoice {
        @Override
        public int quantity() {
            return wish.quantity();
        }
    }

    /** Nothing was found; a repeat gets its stored answer all the same, and other refusals come first. */
    record Nothing(int quantity) implements SeatChoice {}
}
