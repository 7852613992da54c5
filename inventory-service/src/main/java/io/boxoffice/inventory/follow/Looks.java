package io.boxoffice.inventory.follow;

import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.ShardRouter;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private final EventTransactions events;
    private final ShardRouter router;

    Looks(EventTransactions events, ShardRouter router) {
        this.events = events;
        this.router = router;
    }

    /** Both of the same snapshot. */
    record Both(Changes changes, Whole whole) {}

    /** Where the rows of a look begin. */
    private static final class Head {
        private final Shard shard;
        private @Nullable Mark mark;
        private Instant asOf = Instant.EPOCH;

        private Head(Shard shard) {
            this.shard = shard;
        }

        private void read(ResultSet row) throws SQLException {
            if (mark == null) {
                mark = new Mark(shard.name(), row.getInt("epoch"), row.getString("xmin"));
                asOf = Sql.instant(row, "as_of");
            }
        }
    }

    /** Wherever the event is. @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    Whole whole(UUID event) {
        return events.read(event, shard -> whole(shard, event));
    }

    /** What changed since the last look; nothing when the event is no longer where it was then. */
    Optional<Changes> since(UUID event, Mark last) {
        return shard(event, last).flatMap(shard -> since(shard, event, last));
    }

    /** The same, and everything beside it. */
    Optional<Both> both(UUID event, Mark last) {
        return shard(event, last).flatMap(shard -> {
            var snapshot = new TransactionTemplate(
                    Objects.requireNonNull(shard.transactions().getTransactionManager()));
            snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
            snapshot.setReadOnly(true);
            return Objects.requireNonNull(snapshot.execute(_ ->
                    since(shard, event, last).map(changes -> new Both(changes, whole(shard, event)))));
        });
    }

    private Optional<Shard> shard(UUID event, Mark last) {
        var place = router.placeOf(event);
        return place.shard().equals(last.shard()) ? Optional.of(router.shard(place)) : Optional.empty();
    }

    private static Whole whole(Shard shard, UUID event) {
        var head = new Head(shard);
        var sections = new ArrayList<Whole.Section>();
        shard.jdbc().sql(WHOLE).param("event_id", event).query(row -> {
            head.read(row);
            sections.add(new Whole.Section(
                    row.getString("section"), row.getString("kind"), row.getString("letters"), List.of((Integer[])
                            row.getArray("versions").getArray())));
        });
        if (head.mark == null) {
            throw Problems.notFound();
        }
        return new Whole(head.mark, head.asOf, sections);
    }

    private static Optional<Changes> since(Shard shard, UUID event, Mark last) {
        var head = new Head(shard);
        var seats = new ArrayList<Changes.Seat>();
        shard.jdbc()
                .sql(SINCE)
                .param("event_id", event)
                .param("xmin", last.xmin())
                .query(row -> {
                    head.read(row);
                    var section = row.getString("section");
                    if (section != null) {
                        seats.add(new Changes.Seat(
                                section,
                                row.getInt("position"),
                                row.getInt("version"),
                                row.getString("letter").charAt(0)));
                    }
                });
        var mark = head.mark;
        return mark != null && mark.epoch() == last.epoch()
                ? Optional.of(new Changes(mark, head.asOf, seats))
                : Optional.empty();
    }
}
