package io.boxoffice.common.test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Import it and the context has a PostgreSQL database of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class PostgresConnection {

    @Bean
    JdbcConnectionDetails postgresConnectionDetails() {
        var database = TestServers.freshDatabase();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url();
            }

            @Override
            public String getUsername() {
                return database.username();
            }

            @Override
            public String getPassword() {
                return database.password();
            }
        };
    }
}
