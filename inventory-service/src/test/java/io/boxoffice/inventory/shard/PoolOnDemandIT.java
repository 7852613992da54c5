package io.boxoffice.inventory.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.boxoffice.common.test.TestServers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolOnDemandIT {
    private static final TestServers.Database DATABASE = TestServers.freshDatabase();

    private final AtomicInteger opened = new AtomicInteger();
    private final PoolOnDemand pool = new PoolOnDemand("shard", this::open);

    private HikariDataSource open() {
        opened.incrementAndGet();
        var hikari = new HikariDataSource();
        hikari.setJdbcUrl(DATABASE.url());
        hikari.setUsername(DATABASE.username());
        hikari.setPassword(DATABASE.password());
        hikari.setMaximumPoolSize(2);
        return hikari;
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void connectionsAreThereWhenTheyAreWantedAndNotLonger() throws SQLException {
        assertThat(pool.figures()).isEqualTo(new PoolOnDemand.Figures(0, 0, 0));
        try (var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            pool.closeIdle(Duration.ZERO);
            assertThat(pool.figures().active()).as("who has one keeps it").isOne();
        }
        pool.closeIdle(Duration.ofHours(1));
        assertThat(pool.figures().idle()).isPositive();
        pool.closeIdle(Duration.ZERO);
        assertThat(pool.figures()).isEqualTo(new PoolOnDemand.Figures(0, 0, 0));
        try (var connection = pool.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(opened).hasValue(2);
    }

    @Test
    void aShardThatIsLetGoGivesNone() {
        pool.close();
        assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
    }
}
