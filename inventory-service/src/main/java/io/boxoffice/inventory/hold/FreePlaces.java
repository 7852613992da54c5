package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Takes free places of general admissions, any that are free. */
@Repository
class FreePlaces {
    private static final String TAKE = Sql.named("hold/take-places.sql");
    private static final String ROW = "GA";

    private final ShardStatements statements;

    FreePlaces(ShardStatements statements) {
        this.statements = statements;
    }

    /** A general admission. */
    record Area(UUID event, String section) {}

    private record Want(Area area, int quantity) {}

    /** As many of each as are wanted and can be had, locked until the transaction ends. */
    Map<Area, Deque<Verdict.Chosen>> take(Shard shard, Map<Area, Integer> quantities) {
        var wants = new ArrayList<Want>();
        quantities.forEach((area, quantity) -> wants.add(new Want(area, quantity)));
        return statements.run(shard, TAKE, statement -> {
            new Columns(statement)
                    .uuids(wants, want -> want.area().event())
                    .texts(wants, want -> want.area().section())
                    .ints(wants, Want::quantity);
            Map<Area, Deque<Verdict.Chosen>> places = new java.util.HashMap<>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var area = wants.get(row.getInt(1) - 1).area();
                    var seat = new HeldSeat(
                            row.getObject(2, UUID.class), area.section(), ROW, row.getString(3), row.getBigDecimal(5));
                    places.computeIfAbsent(area, _ -> new ArrayDeque<>()).add(new Verdict.Chosen(seat, row.getInt(4)));
                }
            }
            return places;
        });
    }

    /** Those that rivals have locked count: they may come back. */
    int available(Shard shard, Area area) {
        return shard.jdbc()
                .sql("SELECT count(*) FROM seats WHERE event_id = ? AND section = ? AND \"row\" = 'GA'"
                        + " AND status = 'AVAILABLE' AND NOT not_for_sale")
                .params(List.of(area.event(), area.section()))
                .query(Integer.class)
                .single();
    }
}
