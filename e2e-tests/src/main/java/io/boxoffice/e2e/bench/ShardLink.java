package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.Pgbench;
import io.boxoffice.e2e.fleet.Database;
import io.boxoffice.e2e.fleet.FleetStatus;
import io.boxoffice.e2e.fleet.ShardDirectory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The shard that has an event, seen from behind: where pgbench runs beside inventory, and where what was sold is counted. */
record ShardLink(ShardDirectory.Shard shard) {

    private static final String BENCH = "bench";

    /** Work with a connection. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    static ShardLink of(FleetStatus status, UUID event) throws IOException {
        return new ShardLink(ShardDirectory.of(status).of(event));
    }

    /** Its server among the processes. */
    String process() {
        return shard.process();
    }

    /** The first column of what a query about an event tells. */
    List<String> texts(String sql, UUID event) throws IOException {
        return on(shard.seats(), connection -> {
            try (var query = connection.prepareStatement(sql)) {
                query.setObject(1, event);
                try (var rows = query.executeQuery()) {
                    List<String> texts = new ArrayList<>();
                    while (rows.next()) {
                        texts.add(rows.getString(1));
                    }
                    return texts;
                }
            }
        });
    }

    /** A number about an event. */
    long number(String sql, UUID event) throws IOException {
        return Long.parseLong(texts(sql, event).getFirst());
    }

    /** What a setting of the server is. */
    String setting(String name) throws IOException {
        return on(shard.asSuperuser("postgres"), connection -> {
            try (var query = connection.prepareStatement("SELECT current_setting(?)")) {
                query.setString(1, name);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        });
    }

    /** pgbench on this very server, in a database of its own that is made the first time. */
    Pgbench pgbench(int clients, int seconds) throws IOException {
        boolean made = on(shard.asSuperuser("postgres"), connection -> {
            try (var statement = connection.createStatement()) {
                try (var rows = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + BENCH + "'")) {
                    if (rows.next()) {
                        return false;
                    }
                }
                statement.execute("CREATE DATABASE " + BENCH);
                return true;
            }
        });
        if (made) {
            on(shard.asSuperuser(BENCH), connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(Pgbench.resource("pgbench-seats.sql"));
                }
            });
        }
        return new Pgbench(shard.port(), shard.superuser(), shard.password(), BENCH, clients, seconds);
    }

    private static <T> T on(Database database, Work<T> work) throws IOException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
