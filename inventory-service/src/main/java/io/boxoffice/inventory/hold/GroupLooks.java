package io.boxoffice.inventory.hold;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** Enters the gates of a group and reads all it must know, in one round trip. */
@Repository
class GroupLooks {
    private static final String LOOK = Sql.named("hold/look.sql");

    private final ShardStatements statements;

    GroupLooks(ShardStatements statements) {
        this.statements = statements;
    }

    Look of(Shard shard, List<Bid> bids) {
        return statements.run(shard, LOOK, statement -> {
            ask(statement, bids);
            statement.execute();
            statement.getMoreResults();
            return new Look(
                    next(statement, GroupLooks::sales),
                    next(statement, GroupLooks::standings),
                    next(statement, GroupLooks::seats));
        });
    }

    private static void ask(PreparedStatement statement, List<Bid> bids) throws SQLException {
        var events = bids.stream().map(Bid::event).distinct().toArray(UUID[]::new);
        var seats =
                bids.stream().flatMap(Bid::spots).map(Spot::seatId).distinct().toArray(UUID[]::new);
        new Columns(statement)
                .add("uuid", events)
                .add("uuid", events)
                .uuids(bids, Bid::event)
                .uuids(bids, bid -> bid.admitted().user())
                .uuids(bids, bid -> bid.admitted() instanceof Admitted.Fan fan ? fan.session() : null)
                .texts(bids, bid -> bid.admitted() instanceof Admitted.Fan fan ? fan.limitKey() : null)
                .texts(bids, bid -> bid.request().idempotent().sub())
                .texts(bids, bid -> bid.request().idempotent().method())
                .texts(bids, bid -> bid.request().idempotent().path())
                .texts(bids, bid -> bid.request().idempotent().key())
                .add("uuid", seats);
    }

    private interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static <T> T next(PreparedStatement statement, Reader<T> reader) throws SQLException {
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            return reader.read(rows);
        }
    }

    private static Map<UUID, Look.Sale> sales(ResultSet row) throws SQLException {
        Map<UUID, Look.Sale> sales = new HashMap<>();
        while (row.next()) {
            var state = row.getString(3);
            sales.put(
                    row.getObject(1, UUID.class),
                    new Look.Sale(
                            row.getObject(2, Integer.class),
                            row.getBoolean(5),
                            "CANCELLED".equals(state),
                            "ON".equals(state)
                                    ? row.getObject(4, OffsetDateTime.class).toInstant()
                                    : null,
                            row.getBoolean(6),
                            row.getInt(7),
                            row.getString(8),
                            row.getObject(9, OffsetDateTime.class).toInstant()));
        }
        return sales;
    }

    private static List<Look.Standing> standings(ResultSet row) throws SQLException {
        var standings = new ArrayList<Look.Standing>();
        while (row.next()) {
            var bodyHash = row.getBytes(1);
            var stored = bodyHash == null
                    ? null
                    : new IdempotencyKeys.Stored(
                            bodyHash, row.getObject(2, Integer.class), row.getString(3), row.getString(4));
            var live = new ArrayList<Look.LiveHold>();
            for (int column = 6; column <= 8; column += 2) {
                var hold = row.getObject(column, UUID.class);
                if (hold != null) {
                    live.add(new Look.LiveHold(hold, row.getBoolean(column + 1)));
                }
            }
            standings.add(new Look.Standing(stored, row.getInt(5), live));
        }
        return standings;
    }

    private static Map<UUID, Look.Seat> seats(ResultSet row) throws SQLException {
        Map<UUID, Look.Seat> seats = new HashMap<>();
        while (row.next()) {
            seats.put(
                    row.getObject(1, UUID.class),
                    new Look.Seat(
                            row.getInt(2), row.getBoolean(3), row.getBigDecimal(4), row.getObject(5, UUID.class)));
        }
        return seats;
    }
}
