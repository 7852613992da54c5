package io.boxoffice.e2e.check;

import io.boxoffice.e2e.fleet.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/** Reads rows of one event out of a database. */
final class Sql {

    private final Database database;

    Sql(Database database) {
        this.database = database;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String statement, UUID event, Row<T> reader) {
        try (Connection connection = connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setObject(1, event);
            List<T> rows = new ArrayList<>();
            try (ResultSet results = prepared.executeQuery()) {
                while (results.next()) {
                    rows.add(reader.read(results));
                }
            }
            return rows;
        } catch (SQLException wrong) {
            throw new IllegalStateException("cannot read " + database + ": " + wrong.getMessage(), wrong);
        }
    }

    long count(String statement, UUID event) {
        return rows(statement, event, row -> row.getLong(1)).getFirst();
    }

    boolean hasTable(String name) {
        try (Connection connection = connect();
                ResultSet tables = connection.getMetaData().getTables(null, "public", name, null)) {
            return tables.next();
        } catch (SQLException wrong) {
            throw new IllegalStateException("cannot read " + database + ": " + wrong.getMessage(), wrong);
        }
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "boxoffice-checker");
        properties.setProperty("readOnly", "true");
        return DriverManager.getConnection(database.url(), properties);
    }
}
