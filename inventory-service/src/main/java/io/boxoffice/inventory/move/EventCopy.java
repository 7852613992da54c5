package io.boxoffice.inventory.move;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies an event's rows in passes, each of one moment of the source and one transaction of the target. A pass after the first
 * takes every row whose transaction may have ended after the moment of the one before: rather too many, since a row that comes
 * twice is the same row.
 */
final class EventCopy {
    private static final Duration DRAINED_WITHIN = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Side source;
    private final Side target;
    private final UUID event;
    private final List<CopiedTable> tables;
    private final CopiedTable outbox;

    /**
     * What a pass did.
     *
     * @param mark what the next one begins from
     */
    record Pass(CopiedTable.Mark mark, long rows) {}

    /** The two ends do not have the same: nothing that could be sold. */
    static final class Differs extends RuntimeException {
        Differs(List<String> here, List<String> there) {
            super("the copy differs: " + here + " became " + there);
        }
    }

    EventCopy(Side source, Side target, UUID event) {
        this.source = source;
        this.target = target;
        this.event = event;
        this.tables = MovedTable.copied().map(this::table).toList();
        this.outbox = table(MovedTable.OUTBOX);
        tables.forEach(table -> target.jdbc().sql(table.stage()).update());
        target.jdbc().sql(outbox.stage()).update();
    }

    private CopiedTable table(MovedTable table) {
        var columns = new ArrayList<String>();
        var generated = new ArrayList<String>();
        target.jdbc()
                .sql("SELECT column_name, is_identity = 'YES' AS generated FROM information_schema.columns"
                        + " WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position")
                .param(table.name())
                .query(row -> {
                    var column = row.getString("column_name");
                    if (!table.leftOut().contains(column)) {
                        columns.add(column);
                    }
                    if (row.getBoolean("generated")) {
                        generated.add(column);
                    }
                });
        return new CopiedTable(table, columns, generated, isDated(table));
    }

    private boolean isDated(MovedTable table) {
        return source.jdbc()
                .sql("SELECT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = current_schema()"
                        + " AND table_name = ? AND column_name = 'xid')")
                .param(table.name())
                .query(Boolean.class)
                .single();
    }

    /** Copies everything, or what was written since. */
    Pass pass(TargetShard at, CopiedTable.@Nullable Mark since) {
        return target.inTransaction(() -> {
            at.requireOurs();
            return source.inOneMoment(() -> copy(since));
        });
    }

    /**
     * Copies the rest while nothing changes, with what is not told yet, which so comes before anything that is told there.
     *
     * @throws Differs and nothing is copied
     */
    long last(TargetShard at, CopiedTable.Mark since, Duration within) {
        awaitDrained();
        return target.inTransaction(() -> {
            target.within(within, "statement_timeout");
            at.requireOurs();
            return source.inOneMoment(() -> {
                source.within(within, "statement_timeout");
                long rows = copy(since).rows() + bring(outbox, null);
                requireEqual();
                return rows;
            });
        });
    }

    private Pass copy(CopiedTable.@Nullable Mark since) {
        var mark = source.jdbc()
                .sql(
                        "SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS transaction, clock_timestamp()::text AS at")
                .query((row, _) -> new CopiedTable.Mark(row.getString("transaction"), row.getString("at")))
                .single();
        return new Pass(
                mark, tables.stream().mapToLong(table -> bring(table, since)).sum());
    }

    private long bring(CopiedTable table, CopiedTable.@Nullable Mark since) {
        long rows = target.copyFrom(source, table.out(event, since), table.in());
        if (rows > 0) {
            var update = table.update();
            if (update != null && !table.table().key().isEmpty()) {
                target.jdbc().sql(update).update();
            }
            if (!table.table().equals(MovedTable.EVENT)) {
                target.jdbc().sql(table.insert()).update();
            }
        }
        return rows;
    }

    /** Mostly it is empty a moment after the last change; if not, its rows go along, and may be told twice. */
    private void awaitDrained() {
        long start = System.nanoTime();
        while (hasUntold() && System.nanoTime() - start < DRAINED_WITHIN.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private boolean hasUntold() {
        return source.jdbc()
                .sql("SELECT EXISTS (SELECT FROM outbox WHERE message_key = ?)")
                .param(event.toString())
                .query(Boolean.class)
                .single();
    }

    private void requireEqual() {
        var here = figures(source);
        var there = figures(target);
        if (!here.equals(there)) {
            throw new Differs(here, there);
        }
    }

    private List<String> figures(Side side) {
        var sql = MovedTable.ALL.stream()
                .filter(table -> table.sum() != null)
                .map(table -> "SELECT concat('%s ', count(*), ' ', sum(%s)) FROM %s WHERE %s"
                        .formatted(table.name(), table.sum(), table.from(), table.scopeOf(event)))
                .collect(Collectors.joining(" UNION ALL "));
        return side.jdbc().sql(sql).query((row, _) -> Objects.requireNonNull(row.getString(1))).list().stream()
                .sorted()
                .toList();
    }
}
