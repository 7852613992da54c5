package io.boxoffice.inventory.availability;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Takes snapshots in the shard. */
@Repository
class Snapshots {
    private static final String SNAPSHOT = Sql.named("availability/snapshot.sql");

    /** @param onSale whether it may change any moment */
    record Snapshot(Availability availability, boolean onSale) {}

    /** @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    Snapshot take(Shard shard, UUID event) {
        var sections = new ArrayList<Availability.Section>();
        var whole = new Object() {
            long version;
            Instant asOf = Instant.EPOCH;
            boolean onSale;
        };
        shard.jdbc().sql(SNAPSHOT).param("event_id", event).query(row -> {
            sections.add(new Availability.Section(
                    row.getString("section"),
                    row.getString("kind"),
                    row.getInt("available"),
                    row.getInt("reserved"),
                    row.getInt("purchased"),
                    row.getInt("not_for_sale"),
                    row.getString("letters")));
            whole.version += row.getLong("version");
            whole.asOf = Sql.instant(row, "as_of");
            whole.onSale = row.getBoolean("on_sale");
        });
        if (sections.isEmpty()) {
            throw Problems.notFound();
        }
        return new Snapshot(new Availability(event, whole.version, whole.asOf, sections), whole.onSale);
    }
}
