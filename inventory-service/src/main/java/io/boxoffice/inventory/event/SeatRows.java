package io.boxoffice.inventory.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the seats of an event, section by section. */
final class SeatRows {
    private static final EventPublished.Point STANDING = new EventPublished.Point(0, 0);
    private static final int MOST_SEATS = 250_000;
    private static final int LONGEST_ROW = 10;

    private final NameBasedGenerator ids;
    private final List<SeatPlan.Seat> seats = new ArrayList<>();

    SeatRows(UUID event) {
        this.ids = Generators.nameBasedGenerator(event);
    }

    List<SeatPlan.Seat> seats() {
        return List.copyOf(seats);
    }

    /** Places of a general admission are seats of one row, so that they are held, sold and let in like any other. */
    void addPlaces(EventPublished.Section section, BigDecimal price) throws SeatPlan.Impossible {
        int capacity = section.capacity() == null ? 0 : section.capacity();
        SeatPlan.require(capacity > 0, "section %s has no capacity", section.section());
        SeatPlan.require(seats.size() + (long) capacity <= MOST_SEATS, "more than %s seats", MOST_SEATS);
        var row = new Labelled(
                section.section(),
                new EventPublished.Row(SeatPlan.GENERAL_ADMISSION, 1, capacity, null, STANDING, null, null, null));
        for (int number = 1; number <= capacity; number++) {
            seats.add(seat(row, number, price, number - 1));
        }
    }

    /** Row by row, seat by seat. */
    void addSeats(EventPublished.Section section, BigDecimal price) throws SeatPlan.Impossible {
        var rows = section.rows() == null ? List.<EventPublished.Row>of() : section.rows();
        SeatPlan.require(!rows.isEmpty(), "section %s has no rows", section.section());
        Set<String> labels = new HashSet<>();
        int position = 0;
        for (var row : rows) {
            SeatPlan.require(
                    SeatPlan.fits(row.row(), LONGEST_ROW),
                    "the name of a row in section %s is empty, too long or unreadable",
                    section.section());
            SeatPlan.require(row.from() >= 0 && row.from() <= row.to(), "row %s ends before it starts", row.row());
            SeatPlan.require(
                    seats.size() + (long) row.to() - row.from() < MOST_SEATS, "more than %s seats", MOST_SEATS);
            var labelled = new Labelled(section.section(), row);
            for (int number = row.from(); number <= row.to(); number++) {
                SeatPlan.require(labels.add(row.row() + '\0' + number), "a seat of row %s appears twice", row.row());
                seats.add(seat(labelled, number, price, position++));
            }
        }
    }

    /** A row with what is special about its seats, looked up rather than searched for: a row may be as long as the plan. */
    private record Labelled(
            String section,
            EventPublished.Row row,
            Set<Integer> accessible,
            Set<Integer> companion,
            Set<Integer> restricted) {

        Labelled(String section, EventPublished.Row row) {
            this(section, row, set(row.accessible()), set(row.companion()), set(row.restrictedView()));
        }

        private static Set<Integer> set(@Nullable List<Integer> numbers) {
            return numbers == null ? Set.of() : new HashSet<>(numbers);
        }

        int flags(int number) {
            return (accessible.contains(number) ? 1 : 0)
                    | (companion.contains(number) ? 2 : 0)
                    | (restricted.contains(number) ? 4 : 0);
        }
    }

    private SeatPlan.Seat seat(Labelled labelled, int number, BigDecimal price, int position) {
        var row = labelled.row();
        var origin = row.origin() == null ? new EventPublished.Point(0, 0) : row.origin();
        var step = row.step() == null ? new EventPublished.Point(1, 0) : row.step();
        int place = number - row.from();
        return new SeatPlan.Seat(
                ids.generate(labelled.section() + '\0' + row.row() + '\0' + number),
                labelled.section(),
                row.row(),
                number,
                price,
                position,
                origin.x() + place * step.x(),
                origin.y() + place * step.y(),
                labelled.flags(number));
    }
}
