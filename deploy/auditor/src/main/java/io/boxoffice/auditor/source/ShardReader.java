package io.boxoffice.auditor.source;

import io.boxoffice.auditor.rule.Inventory;
import java.util.List;
import java.util.UUID;

/** Inventory's rows of one event on one shard. */
final class ShardReader {

    private ShardReader() {}

    static Inventory read(Sql.Moment moment, UUID event) {
        return new Inventory(
                moment.rows(
                        Queries.SEATS,
                        event,
                        row -> new Inventory.Seat(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBoolean(4),
                                Columns.uuid(row, 5))),
                moment.rows(
                        Queries.HOLDS,
                        event,
                        row -> new Inventory.Hold(
                                Columns.id(row, 1),
                                Columns.id(row, 2),
                                Columns.uuid(row, 3),
                                row.getString(4),
                                row.getString(5))),
                moment.rows(
                        Queries.HISTORY,
                        event,
                        row -> new Inventory.Change(row.getString(1), row.getInt(2), row.getString(3))),
                moment.rows(
                        Queries.TICKETS,
                        event,
                        row -> new Inventory.Ticket(
                                Columns.id(row, 1),
                                Columns.id(row, 2),
                                Columns.id(row, 3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getString(7),
                                row.getBoolean(8),
                                row.getString(9))),
                moment.rows(
                        Queries.TRANSFERS,
                        event,
                        row -> new Inventory.Transfer(
                                Columns.id(row, 1),
                                Columns.id(row, 2),
                                row.getInt(3),
                                Columns.id(row, 4),
                                row.getString(5),
                                Columns.id(row, 6),
                                Columns.id(row, 7),
                                row.getString(8))),
                moment.rows(
                        Queries.SCANS,
                        event,
                        row -> new Inventory.Scan(Columns.uuid(row, 1), row.getString(2), row.getString(3))),
                moment.rows(
                        Queries.LIMITS,
                        event,
                        row -> new Inventory.Limit(row.getString(1), row.getLong(2), row.getLong(3))));
    }

    static final Inventory NOTHING =
            new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
