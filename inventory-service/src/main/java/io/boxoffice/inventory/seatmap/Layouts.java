package io.boxoffice.inventory.seatmap;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Layouts never change, so each is read once and kept while there is memory. */
@Component
public class Layouts {
    private final ShardRouter router;
    private final LoadingCache<UUID, Layout> layouts =
            Caffeine.newBuilder().softValues().build(this::read);

    Layouts(ShardRouter router) {
        this.router = router;
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    public Layout of(UUID event) {
        return layouts.get(event);
    }

    private Layout read(UUID event) {
        var shard = router.shardOf(event);
        long version = shard.jdbc()
                .sql("SELECT aggregate_version FROM shard_events WHERE event_id = ?")
                .param(event)
                .query(Long.class)
                .optional()
                .orElseThrow(Problems::notFound);
        var seats = seats(shard, event);
        var sections = shard.jdbc()
                .sql("SELECT section, kind, price, gate FROM sections WHERE event_id = ? ORDER BY section_no")
                .param(event)
                .query((row, _) -> new Layout.Section(
                        row.getString("section"),
                        row.getString("kind"),
                        row.getBigDecimal("price"),
                        row.getString("gate"),
                        List.copyOf(seats.getOrDefault(row.getString("section"), List.of()))))
                .list();
        return new Layout(event, version, sections);
    }

    private static Map<String, List<Layout.Place>> seats(Shard shard, UUID event) {
        Map<String, List<Layout.Place>> seats = new HashMap<>();
        shard.jdbc()
                .sql("SELECT section, seat_id, \"row\", seat_number, x, y, flags FROM seats WHERE event_id = ?"
                        + " ORDER BY section, position")
                .param(event)
                .query(row -> {
                    seats.computeIfAbsent(row.getString("section"), _ -> new ArrayList<>())
                            .add(new Layout.Place(
                                    Sql.uuid(row, "seat_id"),
                                    row.getString("row").intern(),
                                    row.getString("seat_number"),
                                    row.getDouble("x"),
                                    row.getDouble("y"),
                                    row.getInt("flags")));
                });
        return seats;
    }
}
