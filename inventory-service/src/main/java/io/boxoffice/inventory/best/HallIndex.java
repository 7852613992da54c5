package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The seated sections of a layout, and where in them each seat is. */
final class HallIndex {
    private final List<SectionIndex> sections;
    private final int[] firsts;
    /** Open addressing: a seat's number over all sections plus one, or 0. */
    private final int[] table;

    /** A seat by its section and its place there. */
    record Found(SectionIndex in, int seat) {}

    HallIndex(Layout layout) {
        this.sections = layout.sections().stream()
                .filter(section -> !section.isGeneralAdmission())
                .map(SectionIndex::new)
                .toList();
        this.firsts = new int[sections.size()];
        int seats = 0;
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = seats;
            seats += sections.get(i).size();
        }
        this.table = new int[Integer.highestOneBit(Math.max(1, seats)) * 4];
        for (int number = 0; number < seats; number++) {
            int slot = slot(id(number));
            while (table[slot] != 0) {
                slot = next(slot);
            }
            table[slot] = number + 1;
        }
    }

    List<SectionIndex> sections() {
        return sections;
    }

    Optional<Found> find(UUID seat) {
        for (int slot = slot(seat); table[slot] != 0; slot = next(slot)) {
            if (id(table[slot] - 1).equals(seat)) {
                return Optional.of(found(table[slot] - 1));
            }
        }
        return Optional.empty();
    }

    private int slot(UUID seat) {
        long mixed = (seat.getMostSignificantBits() ^ seat.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE) & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    private UUID id(int number) {
        var found = found(number);
        return found.in().section().seats().get(found.seat()).seatId();
    }

    private Found found(int number) {
        int at = Arrays.binarySearch(firsts, number);
        int section = at >= 0 ? at : -at - 2;
        // empty sections begin where the next one does
        while (number - firsts[section] >= sections.get(section).size()) {
            section++;
        }
        return new Found(sections.get(section), number - firsts[section]);
    }
}
