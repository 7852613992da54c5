package io.boxoffice.inventory.move;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** One instance at a time goes on with a move: the directory's advisory lock, on a connection that ends with whoever has it. */
@Component
class MoveLock {
    private static final Logger log = LoggerFactory.getLogger(MoveLock.class);
    private static final String LOCK = "SELECT pg_try_advisory_lock(uuid_hash_extended(?, 1))";

    private final JdbcConnectionDetails directory;

    MoveLock(JdbcConnectionDetails directory) {
        this.directory = directory;
    }

    /** Runs the work unless somebody else has the move. */
    void alone(UUID move, Runnable work) {
        try (var connection = connect();
                var statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, move);
            try (var result = statement.executeQuery()) {
                if (result.next() && result.getBoolean(1)) {
                    work.run();
                }
            }
        } catch (SQLException e) {
            log.atWarn().addKeyValue("move_id", move).setCause(e).log("the directory does not answer");
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("tcpKeepAlive", "true");
        if (directory.getUsername() != null) {
            properties.setProperty("user", directory.getUsername());
        }
        if (directory.getPassword() != null) {
            properties.setProperty("password", directory.getPassword());
        }
        return DriverManager.getConnection(directory.getJdbcUrl(), properties);
    }
}
