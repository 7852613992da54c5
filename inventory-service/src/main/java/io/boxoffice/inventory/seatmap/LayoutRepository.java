package io.boxoffice.inventory.seatmap;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Reads layouts from their shards. */
@Repository
class LayoutRepository {
    private final EventTransactions events;

    LayoutRepository(EventTransactions events) {
        this.events = events;
    }

    long version(UUID event) {
        return events.read(event, shard -> version(shard, event));
    }

    private static long version(Shard shard, UUID event) {
        return shard.jdbc()
                .sql("SELECT aggregate_version FROM shard_events WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .optional()
                .orElseThrow(Problems::notFound);
    }

    /** The version is read first: a change in between is seen again at the next look. */
    Layout read(UUID event) {
        return events.read(event, shard -> read(shard, event));
    }

    private static Layout read(Shard shard, UUID event) {
        long version = version(shard, event);
        var seats = seats(shard, event);
        var sections = shard.jdbc()
                .sql("SELECT section, kind, price, gate, capacity, focal_x, focal_y FROM sections WHERE event_id = ?"
                        + " ORDER BY section_no")
                .param(event)
                .query((row, _) -> new Layout.Section(
                        row.getString("section"),
                        row.getString("kind"),
                        row.getBigDecimal("price"),
                        row.getString("gate"),
                        row.getObject("capacity", Integer.class),
                        row.getDouble("focal_x"),
                        row.getDouble("focal_y"),
                        List.copyOf(seats.getOrDefault(row.getString("section"), List.of()))))
                .list();
        return new Layout(event, version, sections);
    }

    private static Map<String, List<Layout.Place>> seats(Shard shard, UUID event) {
        Map<String, List<Layout.Place>> seats = new HashMap<>();
        shard.jdbc()
                .sql("SELECT s.section, s.seat_id, s.\"row\", s.seat_number, s.x, s.y, s.flags FROM seats s"
                        + " JOIN sections p ON p.event_id = s.event_id AND p.section = s.section AND p.kind <> 'GA'"
                        + " WHERE s.event_id = ? ORDER BY s.section, s.position")
                .param(event)
                .query(row -> {
                    var section = seats.computeIfAbsent(row.getString("section"), _ -> new ArrayList<>());
                    var label = row.getString("row").intern();
                    var number = row.getString("seat_number");
                    section.add(new Layout.Place(
                            Sql.uuid(row, "seat_id"),
                            label,
                            number,
                            row.getDouble("x"),
                            row.getDouble("y"),
                            row.getInt("flags"),
                            !section.isEmpty() && beside(section.getLast(), label, number)));
                });
        return seats;
    }

    /** A gap in the numbers is an aisle. */
    private static boolean beside(Layout.Place before, String row, String number) {
        return before.row().equals(row) && Integer.parseInt(number) - Integer.parseInt(before.seatNumber()) == 1;
    }
}
