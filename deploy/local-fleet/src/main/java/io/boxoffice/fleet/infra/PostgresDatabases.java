package io.boxoffice.fleet.infra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** Sees to it that a server has its roles and databases; each look adds only what is missing. */
final class PostgresDatabases {
    private final String url;
    private final Properties login = new Properties();
    private final List<Database> databases;
    private final ReadingRole reader;

    PostgresDatabases(String url, String superuser, String password, List<Database> databases, ReadingRole reader) {
        this.reader = reader;
        this.url = url;
        this.databases = databases;
        login.setProperty("user", superuser);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", "5");
        login.setProperty("connectTimeout", "2");
        login.setProperty("socketTimeout", "60");
    }

    void provide() throws SQLException {
        try (var connection = DriverManager.getConnection(url, login)) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", reader.name())) {
                execute(
                        connection,
                        "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE pg_read_all_data"
                                .formatted(reader.name(), reader.password()));
            }
            execute(connection, "ALTER ROLE %s SET default_transaction_read_only = on".formatted(reader.name()));
            for (var database : databases) {
                if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.role())) {
                    execute(
                            connection,
                            "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(database.role(), database.password()));
                }
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database.name())) {
                    execute(connection, "CREATE DATABASE %s OWNER %s".formatted(database.name(), database.role()));
                }
                execute(connection, "REVOKE CONNECT ON DATABASE %s FROM PUBLIC".formatted(database.name()));
                execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(database.name(), reader.name()));
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Names and passwords are this module's own words and hexadecimal digits. */
    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
