package io.boxoffice.inventory.best;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.seatmap.Layout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What is worked out once for a layout, and once for the letters of a section, and serves every picker as long as these live. */
@Component
class HallIndexes {
    private static final BitSet NOTHING = new BitSet();

    private final LoadingCache<Layout, HallIndex> halls =
            Caffeine.newBuilder().weakKeys().build(HallIndex::new);
    /** By the very letters: of a picture and the next one, most sections have the same. */
    private final LoadingCache<String, BitSet> pictures =
            Caffeine.newBuilder().weakKeys().build(HallIndexes::bits);

    HallIndex of(Layout layout) {
        return halls.get(layout);
    }

    /** The seats that can be had in the sections that are wanted; one whose letter is missing cannot. */
    List<FreeSeats> free(HallIndex hall, Availability picture, Predicate<Layout.Section> wanted, long now) {
        Map<String, String> letters = new HashMap<>();
        picture.sections().forEach(section -> {
            if (section.seats() != null) {
                letters.put(section.section(), section.seats());
            }
        });
        var free = new ArrayList<FreeSeats>();
        for (var index : hall.sections()) {
            if (wanted.test(index.section())) {
                var known = letters.get(index.section().section());
                free.add(new FreeSeats(index, known == null ? NOTHING : pictures.get(known), now));
            }
        }
        return free;
    }

    /** Seats that are free for this picker although the picture shows them taken. */
    static void add(HallIndex hall, List<FreeSeats> free, Collection<UUID> seats) {
        for (var seat : seats) {
            hall.find(seat)
                    .ifPresent(found -> free.stream()
                            .filter(one -> one.index() == found.in())
                            .forEach(one -> one.add(found.seat())));
        }
    }

    static BitSet bits(String letters) {
        var free = new BitSet(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == 'A') {
                free.set(i);
            }
        }
        return free;
    }
}
