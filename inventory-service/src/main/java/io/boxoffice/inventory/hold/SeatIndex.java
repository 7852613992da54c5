package io.boxoffice.inventory.hold;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.inventory.seatmap.Layout;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds named seats in a layout; made once for each that is in memory. Places of a general admission are not to be named. */
@Component
class SeatIndex {
    private final LoadingCache<Layout, Map<UUID, Spot>> spots =
            Caffeine.newBuilder().weakKeys().build(SeatIndex::index);

    Map<UUID, Spot> of(Layout layout) {
        return spots.get(layout);
    }

    private static Map<UUID, Spot> index(Layout layout) {
        Map<UUID, Spot> found = new HashMap<>();
        for (var section : layout.sections()) {
            for (int seat = 0; seat < section.seats().size(); seat++) {
                found.put(section.seats().get(seat).seatId(), new Spot(section, seat));
            }
        }
        return found;
    }
}
