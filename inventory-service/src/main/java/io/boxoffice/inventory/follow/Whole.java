package io.boxoffice.inventory.follow;

import java.time.Instant;
import java.util.List;

/** Every seat in one snapshot. */
record Whole(Mark mark, Instant asOf, List<Section> sections) {

    /** Letters and versions in the order of the seats. */
    record Section(String section, String kind, String letters, List<Integer> versions) {}
}
