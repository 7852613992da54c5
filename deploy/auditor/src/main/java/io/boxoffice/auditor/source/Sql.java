package io.boxoffice.auditor.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a database in transactions that see one moment and can change nothing; the connection is kept for the next. */
final class Sql implements AutoCloseable {

    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "60";

    private final Database database;
    private @Nullable Connection connection;

    Sql(Database database) {
        this.database = database;
    }

    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** One moment of the database. */
    static final class Moment {
        private final Connection connection;

        private Moment(Connection connection) {
            this.connection = connection;
        }

        /** The rows of a statement whose every question mark stands for the same value. */
        <T> List<T> rows(String statement, Object value, Row<T> reader) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setFetchSize(1_000);
                int marks = prepared.getParameterMetaData().getParameterCount();
                for (int mark = 1; mark <= marks; mark++) {
                    prepared.setObject(mark, value);
                }
                List<T> rows = new ArrayList<>();
                try (ResultSet results = prepared.executeQuery()) {
                    while (results.next()) {
                        rows.add(reader.read(results));
                    }
                }
                return rows;
            } catch (SQLException wrong) {
                throw new Unreadable(
                        statement.strip().lines().findFirst().orElse("") + ": " + wrong.getMessage(), wrong);
            }
        }

        boolean hasTable(String name) {
            return rows("SELECT to_regclass(?) IS NOT NULL", name, row -> row.getBoolean(1))
                    .getFirst();
        }
    }

    /** What is read in one moment. */
    synchronized <T> T at(Function<Moment, T> reading) {
        try {
            Connection open = connected();
            T read = reading.apply(new Moment(open));
            open.rollback();
            return read;
        } catch (SQLException | Unreadable wrong) {
            close();
            throw new IllegalStateException("cannot read " + database + ": " + wrong.getMessage(), wrong);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null || open.isClosed()) {
            Properties properties = new Properties();
            properties.setProperty("user", database.username());
            properties.setProperty("password", database.password());
            properties.setProperty("ApplicationName", "boxoffice-auditor");
            properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
            open = DriverManager.getConnection(database.url(), properties);
            open.setReadOnly(true);
            open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            open.setAutoCommit(false);
            connection = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        try (Connection closing = connection) {
            connection = null;
        } catch (SQLException gone) {
            // it was to go
        }
    }

    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
