package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A section, and which of its seats can be had. */
record FreeSeats(Layout.Section section, BitSet free) {

    /** @param letters of the section's picture; a seat whose letter is missing is not free */
    static FreeSeats of(Layout.Section section, String letters, Set<UUID> ours, Set<UUID> avoided) {
        var free = new BitSet(section.seats().size());
        for (int i = 0; i < section.seats().size() && i < letters.length(); i++) {
            boolean isFree = letters.charAt(i) == 'A';
            var seat = section.seats().get(i).seatId();
            if (isFree ? avoided.isEmpty() || !avoided.contains(seat) : !ours.isEmpty() && ours.contains(seat)) {
                free.set(i);
            }
        }
        return new FreeSeats(section, free);
    }

    boolean isFree(int seat) {
        return seat >= 0 && free.get(seat);
    }

    List<Layout.Place> from(int from, int to) {
        return section.seats().subList(from, to);
    }

    void take(int from, int to) {
        free.clear(from, to);
    }
}
