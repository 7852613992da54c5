package io.boxoffice.common.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import redis.embedded.RedisServer;

/**
 * One PostgreSQL, Redis and Kafka per test JVM: from containers where a Docker engine answers, embedded otherwise, started when
 * first asked for. They are real servers either way.
 */
public final class TestServers {
    private static final Logger log = LoggerFactory.getLogger(TestServers.class);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Supplier<Boolean> DOCKER = once("docker", TestServers::dockerAnswers);
    private static final Supplier<Postgres> POSTGRES = once("postgres", TestServers::startPostgres);
    private static final Supplier<Address> REDIS = once("redis", TestServers::startRedis);
    private static final Supplier<String> KAFKA = once("kafka", TestServers::startKafka);

    private TestServers() {}

    /** A database of its own on the shared server. */
    public record Database(String url, String username, String password) {}

    /** Where a server listens. */
    public record Address(String host, int port) {}

    private record Postgres(String baseUrl, String username, String password) {}

    /** A new, empty PostgreSQL database. */
    public static Database freshDatabase() {
        var server = POSTGRES.get();
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(
                        server.baseUrl() + "postgres", server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database(server.baseUrl() + name, server.username(), server.password());
    }

    /** The shared Redis; tests keep apart by their keys. */
    public static Address redis() {
        return REDIS.get();
    }

    /** Bootstrap servers of the shared Kafka; tests keep apart by their keys. */
    public static String kafka() {
        return KAFKA.get();
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Postgres startPostgres() {
        if (DOCKER.get()) {
            var container = new PostgreSQLContainer("postgres:18");
            container.withCommand("postgres", "-c", "max_connections=300").start();
            var url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/";
            return new Postgres(url, container.getUsername(), container.getPassword());
        }
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
            return new Postgres("jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Address startRedis() {
        if (DOCKER.get()) {
            var container = new GenericContainer<>("redis:7").withExposedPorts(6379);
            container.start();
            return new Address(container.getHost(), container.getMappedPort(6379));
        }
        var port = freePort();
        var server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return new Address("127.0.0.1", port);
    }

    private static String startKafka() {
        if (DOCKER.get()) {
            var container = new KafkaContainer("apache/kafka:4.2.1");
            container.start();
            return container.getBootstrapServers();
        }
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.num.partitions", "3",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "group.initial.rebalance.delay.ms", "0"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    private static boolean dockerAnswers() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static <T> Supplier<T> once(String what, Supplier<T> start) {
        return new Supplier<>() {
            private volatile @org.jspecify.annotations.Nullable T value;

            @Override
            public T get() {
                var ready = value;
                return ready != null ? ready : first();
            }

            private synchronized T first() {
                var ready = value;
                if (ready == null) {
                    ready = start.get();
                    log.atInfo()
                            .addKeyValue("what", what)
                            .addKeyValue("value", ready)
                            .log("test server ready");
                    value = ready;
                }
                return ready;
            }
        };
    }
}
