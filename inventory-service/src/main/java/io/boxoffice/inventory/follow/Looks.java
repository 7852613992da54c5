package io.boxoffice.inventory.follow;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at events where they are. */
@Repository
class Looks {
    private static final String WHOLE = Sql.named("follow/whole.sql");
    private static final String SINCE = Sql.named("follow/since.sql");

    private final ShardRouter router;

    Looks(ShardRouter router) {
        this.router = router;
    }

    /** Both of the same snapshot. */
    record Both(Changes changes, Whole whole) {}

    private static final class Head {
        private @Nullable Mark mark;
        private Instant asOf = Instant.EPOCH;

        private void read(ResultSet row, Shard shard) throws SQLException {
            if (mark == null) {
                mark = new Mark(shard.name(), row.getInt("epoch"), row.getString("xmin"));
                asOf = Sql.instant(row, "as_of");
            }
        }

        private Mark mark() {
            if (mark == null) {
                throw Problems.notFound();
            }
            return mark;
        }
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    Whole whole(UUID event) {
        return whole(router.shardOf(event), event);
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 when the event is not there */
    Changes since(UUID event, Mark last) {
        return since(router.shardOf(event), event, last);
    }

    Both both(UUID event, Mark last) {
        var shard = router.shardOf(event);
        var snapshot = new TransactionTemplate(
                Objects.requireNonNull(shard.transactions().getTransactionManager()));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        return Objects.requireNonNull(snapshot.execute(_ -> new Both(since(shard, event, last), whole(shard, event))));
    }

    private static Whole whole(Shard shard, UUID event) {
        var head = new Head();
        var sections = new ArrayList<Whole.Section>();
        shard.jdbc().sql(WHOLE).param("event_id", event).query(row -> {
            head.read(row, shard);
            sections.add(new Whole.Section(
                    row.getString("section"), row.getString("kind"), row.getString("letters"), List.of((Integer[])
                            row.getArray("versions").getArray())));
        });
        return new Whole(head.mark(), head.asOf, sections);
    }

    private static Changes since(Shard shard, UUID event, Mark last) {
        var head = new Head();
        var seats = new ArrayList<Changes.Seat>();
        shard.jdbc()
                .sql(SINCE)
                .param("event_id", event)
                .param("xmin", last.xmin())
                .query(row -> {
                    head.read(row, shard);
                    var section = row.getString("section");
                    if (section != null) {
                        seats.add(new Changes.Seat(
                                section,
                                row.getInt("position"),
                                row.getInt("version"),
                                row.getString("letter").charAt(0)));
                    }
                });
        return new Changes(head.mark(), head.asOf, seats);
    }
}
