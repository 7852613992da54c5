package io.boxoffice.inventory.availability;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Snapshots, read at most once per event and lifetime however many ask at once. */
@Component
public class Availabilities {
    private static final String SNAPSHOT = Sql.named("availability/snapshot.sql");
    private static final long REMEMBERED = 1_000;

    private final ShardRouter router;
    private final LoadingCache<UUID, Availability> snapshots;

    Availabilities(ShardRouter router, AvailabilityProperties properties) {
        this.router = router;
        this.snapshots = Caffeine.newBuilder()
                .expireAfterWrite(properties.availabilityCache())
                .maximumSize(REMEMBERED)
                .build(this::read);
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    public Availability of(UUID event) {
        return snapshots.get(event);
    }

    private Availability read(UUID event) {
        var sections = new ArrayList<Availability.Section>();
        var total = new Object() {
            long version;
            Instant asOf = Instant.EPOCH;
        };
        router.shardOf(event).jdbc().sql(SNAPSHOT).param("event_id", event).query(row -> {
            sections.add(new Availability.Section(
                    row.getString("section"),
                    row.getString("kind"),
                    row.getInt("available"),
                    row.getInt("reserved"),
                    row.getInt("purchased"),
                    row.getInt("not_for_sale"),
                    row.getString("letters")));
            total.version += row.getLong("version");
            total.asOf = Sql.instant(row, "as_of");
        });
        if (sections.isEmpty()) {
            throw Problems.notFound();
        }
        return new Availability(event, total.version, total.asOf, sections);
    }
}
