package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.seatmap.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A seat where it stands in its section. */
record Spot(Layout.Section section, int position) {

    UUID seatId() {
        return place().seatId();
    }

    HeldSeat at(java.math.BigDecimal price) {
        return new HeldSeat(seatId(), section.section(), place().row(), place().seatNumber(), price);
    }

    private Layout.Place place() {
        return section.seats().get(position);
    }

    /** Those up to two places away in its row: a single free seat depends on no others. */
    List<Spot> neighbours() {
        var near = new ArrayList<Spot>();
        for (int seat = position; seat > position - 2 && section.joined(seat); seat--) {
            near.add(new Spot(section, seat - 1));
        }
        for (int seat = position + 1; seat <= position + 2 && section.joined(seat); seat++) {
            near.add(new Spot(section, seat));
        }
        return near;
    }
}
