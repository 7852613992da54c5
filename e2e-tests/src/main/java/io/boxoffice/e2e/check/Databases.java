package io.boxoffice.e2e.check;

import io.boxoffice.e2e.fleet.Database;
import io.boxoffice.e2e.fleet.FleetStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One event's rows in the databases of inventory's shards and of payment. */
final class Databases {

    private final List<Sql> shards;
    private final Sql payment;
    private final List<Sql> withOutbox;
    private final UUID event;

    Databases(FleetStatus status, UUID event) {
        this.event = event;
        this.shards = status.databases("seats").stream().map(Sql::new).toList();
        this.payment = new Sql(one(status, "payment"));
        this.withOutbox = status.databases().stream()
                .map(Sql::new)
                .filter(database -> database.hasTable("outbox"))
                .toList();
        if (shards.isEmpty()) {
            throw new IllegalStateException("the fleet names no database \"seats\"");
        }
    }

    private static Database one(FleetStatus status, String name) {
        return status.databases(name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the fleet names no database \"" + name + "\""));
    }

    List<Truth.Seat> seats() {
        return onShards(
                Queries.SEATS,
                row -> new Truth.Seat(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), uuid(row, 5)));
    }

    List<Truth.Hold> holds() {
        return onShards(Queries.HOLDS, row -> new Truth.Hold(id(row, 1), id(row, 2), uuid(row, 3), row.getString(4)));
    }

    List<Truth.Change> history() {
        return onShards(Queries.HISTORY, row -> new Truth.Change(row.getString(1), row.getInt(2), row.getString(3)));
    }

    List<Truth.Ticket> tickets() {
        return onShards(
                Queries.TICKETS,
                row -> new Truth.Ticket(id(row, 1), id(row, 2), id(row, 3), row.getString(4), row.getString(5)));
    }

    List<Truth.Scan> scans() {
        return onShards(Queries.SCANS, row -> new Truth.Scan(uuid(row, 1), row.getString(2), row.getString(3)));
    }

    List<Truth.Limit> limits() {
        return onShards(Queries.LIMITS, row -> new Truth.Limit(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    List<Truth.Order> orders() {
        return payment.rows(
                Queries.ORDERS,
                event,
                row -> new Truth.Order(
                        id(row, 1),
                        id(row, 2),
                        id(row, 3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getString(6),
                        row.getBoolean(7)));
    }

    List<Truth.Item> items() {
        return payment.rows(
                Queries.ITEMS, event, row -> new Truth.Item(id(row, 1), row.getString(2), row.getString(3)));
    }

    /** Rows not yet told, in all databases. */
    long unsent() {
        return withOutbox.stream()
                .mapToLong(database -> database.count(Queries.UNSENT, event))
                .sum();
    }

    /** Orders whose end is still open. */
    long unsettled() {
        return payment.count(Queries.UNSETTLED, event);
    }

    Set<String> sold() {
        return payment.rows(Queries.SOLD, event, row -> row.getString(1)).stream()
                .collect(Collectors.toSet());
    }

    private <T> List<T> onShards(String statement, Sql.Row<T> reader) {
        return shards.stream()
                .flatMap(shard -> shard.rows(statement, event, reader).stream())
                .toList();
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
