package io.boxoffice.inventory.move;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One of the two databases of a move, on a connection of its own. */
final class Side implements AutoCloseable {
    private final Connection connection;
    private final JdbcClient jdbc;

    Side(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Runs the work in one transaction. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction(Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /** Runs the work in a transaction that sees one moment. */
    <T> T inOneMoment(Supplier<T> work) {
        return transaction(Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    private <T> T transaction(int isolation, Supplier<T> work) {
        try {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                var result = work.get();
                connection.commit();
                done = true;
                return result;
            } finally {
                end(done);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("a shard does not answer", e);
        }
    }

    private void end(boolean done) {
        try {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        } catch (SQLException _) {
            // then it is lost, and its transaction with it
        }
    }

    /** For the transaction under way: what takes longer fails. */
    void within(Duration time, String what) {
        jdbc.sql("SELECT set_config(?, ?, true)")
                .params(what, Math.max(1, time.toMillis()) + "ms")
                .query(String.class)
                .single();
    }

    /** Copies what one statement gives out there into what another takes in here, and tells how many rows that were. */
    long copyFrom(Side source, String out, String in) {
        try {
            var giving =
                    source.connection.unwrap(PGConnection.class).getCopyAPI().copyOut(out);
            var taking = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(in);
            return copy(giving, taking);
        } catch (SQLException | IOException e) {
            throw new DataAccessResourceFailureException("copy interrupted", e);
        }
    }

    private static long copy(CopyOut giving, CopyIn taking) throws SQLException, IOException {
        try {
            for (byte[] rows = giving.readFromCopy(); rows != null; rows = giving.readFromCopy()) {
                taking.writeToCopy(rows, 0, rows.length);
            }
            return taking.endCopy();
        } finally {
            if (taking.isActive()) {
                taking.cancelCopy();
            }
            if (giving.isActive()) {
                giving.cancelCopy();
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // it was to go
        }
    }
}
