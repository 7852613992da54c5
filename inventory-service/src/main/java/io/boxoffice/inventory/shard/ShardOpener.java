package io.boxoffice.inventory.shard;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.boxoffice.common.database.DatabaseErrors;
import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.messaging.IdempotentConsumer;
import io.boxoffice.common.messaging.Outbox;
import io.boxoffice.common.messaging.OutboxDrainer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the parts of a shard; none of them needs the database to be there yet. */
@Component
class ShardOpener {
    private final JsonMapper json;
    private final ObjectProvider<Tracer> tracer;
    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry metrics;
    private final DatabaseErrors errors;
    private final Duration takeoverAfter;

    ShardOpener(
            JsonMapper json,
            ObjectProvider<Tracer> tracer,
            KafkaTemplate<String, byte[]> kafka,
            MeterRegistry metrics,
            DatabaseErrors errors,
            @Value("${idempotency.takeover-after:30s}") Duration takeoverAfter) {
        this.json = json;
        this.tracer = tracer;
        this.kafka = kafka;
        this.metrics = metrics;
        this.errors = errors;
        this.takeoverAfter = takeoverAfter;
    }

    HikariDataSource pool(String name, ShardProperties.Database database) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(database.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(database.connectionTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setMetricRegistry(metrics);
        return new HikariDataSource(config);
    }

    Shard shard(String name, HikariDataSource pool) {
        var jdbc = JdbcClient.create(errors.countedIn(new JdbcTemplate(pool)));
        var timer = Timer.builder("boxoffice.db.query")
                .description("Transactions of a shard")
                .tag("shard", name)
                .publishPercentileHistogram()
                .register(metrics);
        var transactions = new TimedTransactions(pool, timer);
        return new Shard(
                name,
                pool,
                jdbc,
                transactions,
                new Outbox(jdbc, json, tracer.getIfAvailable()),
                new IdempotencyKeys(jdbc, transactions, json, takeoverAfter),
                new IdempotentConsumer(jdbc, transactions));
    }

    OutboxDrainer drainer(String name, ShardProperties.Database database) {
        return new OutboxDrainer(name, unpooled(database), kafka, URI.create("/boxoffice/inventory"), metrics);
    }

    void migrate(ShardProperties.Database database) {
        Flyway.configure()
                .dataSource(unpooled(database))
                .locations("classpath:db/common", "classpath:db/shard")
                .load()
                .migrate();
    }

    private static DriverManagerDataSource unpooled(ShardProperties.Database database) {
        return new DriverManagerDataSource(database.url(), database.username(), database.password());
    }
}
