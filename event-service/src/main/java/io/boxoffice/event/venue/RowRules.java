package io.boxoffice.event.venue;

import io.boxoffice.event.form.Faults;
import io.boxoffice.event.venue.VenueForm.RowForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes the rows of a seated section. */
final class RowRules {
    private static final int LONGEST_ROW = 10;
    private static final int HIGHEST_SEAT = 100_000;
    private static final Point TO_THE_RIGHT = new Point(1, 0);

    private final Faults faults;

    RowRules(Faults faults) {
        this.faults = faults;
    }

    List<Row> read(String pointer, @Nullable List<@Nullable RowForm> given) {
        var rows = new ArrayList<Row>();
        if (given == null || given.isEmpty()) {
            faults.add(pointer, "At least one row.");
            return rows;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            var here = pointer + "/" + i;
            var form = given.get(i);
            if (form == null) {
                faults.add(here, "Required.");
                continue;
            }
            var row = row(here, i, form);
            faults.addIf(!names.add(row.row()), here + "/row", "Another row of this section has this name.");
            rows.add(row);
        }
        return rows;
    }

    private Row row(String pointer, int index, RowForm form) {
        var name = faults.text(pointer + "/row", form.row(), LONGEST_ROW);
        int from = seatNumber(pointer + "/from", form.from());
        int to = seatNumber(pointer + "/to", form.to());
        faults.addIf(from > to, pointer + "/to", "Not before the first seat.");
        return new Row(
                name,
                from,
                to,
                form.origin() == null ? new Point(0, index) : form.origin(),
                form.step() == null ? TO_THE_RIGHT : form.step(),
                flagged(pointer + "/accessible", form.accessible(), from, to),
                flagged(pointer + "/companion", form.companion(), from, to),
                flagged(pointer + "/restricted_view", form.restrictedView(), from, to));
    }

    private int seatNumber(String pointer, @Nullable Integer given) {
        return faults.number(pointer, faults.required(pointer, given, 1), 1, HIGHEST_SEAT, 1);
    }

    private List<Integer> flagged(String pointer, @Nullable List<@Nullable Integer> given, int from, int to) {
        var seats = new ArrayList<Integer>();
        if (given == null) {
            return seats;
        }
        var seen = new HashSet<Integer>();
        for (int i = 0; i < given.size(); i++) {
            var here = pointer + "/" + i;
            int seat = faults.required(here, given.get(i), from);
            faults.addIf(seat < from || seat > to, here, "Not a seat of this row.");
            faults.addIf(!seen.add(seat), here, "Named twice.");
            seats.add(seat);
        }
        return seats;
    }
}
