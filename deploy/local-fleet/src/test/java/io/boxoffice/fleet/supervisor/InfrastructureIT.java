package io.boxoffice.fleet.supervisor;

import static io.boxoffice.fleet.supervisor.ProcessState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.fleet.settings.FleetHome;
import io.boxoffice.fleet.settings.FleetOptions;
import io.boxoffice.fleet.settings.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureIT {

    @TempDir
    static Path folder;

    private static FleetHome home;
    private static FleetOptions options;
    private static Databases databases;
    private static Supervisor supervisor;

    @BeforeAll
    static void start() throws Exception {
        home = new FleetHome(folder);
        options = FleetOptions.parse(FreePorts.words(
                "postgres",
                "postgres-shard-1",
                "postgres-shard-2",
                "postgres-shard-3",
                "redis",
                "kafka",
                "kafka-controller"));
        var secrets = Secrets.load(home);
        databases = new Databases(options.ports(), secrets);
        var installed =
                new Installation(Path.of("../.."), Path.of("target", "apps").toAbsolutePath(), Path.of("none.jar"));
        var infrastructure = FleetPlan.of(home, options, secrets, installed).infrastructure();
        var board = new StateBoard(
                home,
                ProcessIdentity.of(ProcessHandle.current()),
                Clock.systemUTC().instant());
        supervisor = new Supervisor(
                new FleetPlan(infrastructure, List.of(), List.of(), List.of()),
                board,
                new LogFiles(home),
                Clock.systemUTC(),
                2);
        assertThat(supervisor.start()).as("what failed to start").isNull();
    }

    @AfterAll
    static void stop() throws Exception {
        supervisor.stop();
        assertThat(state().runningProcesses()).isEmpty();
    }

    @Test
    void aKilledDatabaseComesBackWithWhatWasCommitted() throws Exception {
        var payment = databases.ownedBy("payment").orElseThrow();
        try (var connection = connect("postgres", "payment", payment.role(), payment.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("INSERT INTO kept VALUES ('committed')");
        }

        killAndAwait("postgres");

        try (var connection = connect("postgres", "payment", payment.role(), payment.password());
                var rows = connection.createStatement().executeQuery("SELECT word FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("committed");
        }
    }

    @Test
    void aRoleEntersItsOwnDatabaseAlone() throws Exception {
        var payment = databases.ownedBy("payment").orElseThrow();

        assertThat(canConnect("payment", payment.role(), payment.password())).isTrue();
        assertThat(canConnect("event", payment.role(), payment.password())).isFalse();
        assertThat(canConnect("payment", payment.role(), "guessed")).isFalse();
    }

    @Test
    void theReaderSeesEverythingAndChangesNothing() throws Exception {
        var event = databases.ownedBy("event").orElseThrow();
        try (var connection = connect("postgres", "event", event.role(), event.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE looked_at (word text)");
        }

        var reader = databases.reader();
        try (var connection = connect("postgres", "event", reader.name(), reader.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT * FROM looked_at").next()).isFalse();
            assertThatThrownBy(() -> statement.execute("INSERT INTO looked_at VALUES ('changed')"))
                    .hasMessageContaining("read-only");
            statement.execute("SET default_transaction_read_only = off");
            assertThatThrownBy(() -> statement.execute("INSERT INTO looked_at VALUES ('changed')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyShardIsAServerOfItsOwnWithDurableCommits() throws Exception {
        for (var shard : Databases.SHARDS) {
            var seats = databases.seats(shard);
            try (var connection = connect("postgres-" + shard, "seats", seats.role(), seats.password());
                    var rows = connection
                            .createStatement()
                            .executeQuery("SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
                assertThat(rows.next()).isTrue();
                assertThat(List.of(rows.getString(1), rows.getString(2))).containsExactly("on", "on");
            }
        }
    }

    @Test
    void aKilledRedisComesBackWithItsData() throws Exception {
        assertThat(redis("SET kept yes")).isEqualTo("+OK");

        killAndAwait("redis");

        assertThat(redis("EXISTS kept")).isEqualTo(":1");
    }

    @Test
    void aKilledKafkaComesBackWithItsTopics() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }

        killAndAwait("kafka");

        try (var admin = admin()) {
            var topic = admin.describeTopics(List.of("kept")).allTopicNames().get(30, TimeUnit.SECONDS);
            assertThat(topic.get("kept").partitions()).hasSize(3);
        }
    }

    private static void killAndAwait(String name) throws Exception {
        var before = status(name);
        before.identity().running().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var now = status(name);
            return now.state() == READY && now.restarts() > before.restarts();
        });
        assertThat(status(name).identity()).isNotEqualTo(before.identity());
        assertThat(status(name).port()).isEqualTo(before.port());
    }

    private static FleetState state() throws IOException {
        return FleetState.read(home).orElseThrow();
    }

    private static ProcessStatus status(String name) throws IOException {
        return state().processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean canConnect(String database, String user, String password) {
        try (var connection = connect("postgres", database, user, password)) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    private static Connection connect(String server, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(databases.url(server, database), user, password);
    }

    private static String redis(String command) throws IOException {
        try (var socket = new Socket("127.0.0.1", options.ports().of("redis"))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return answer.readLine();
        }
    }

    private static AdminClient admin() {
        var settings = new Properties();
        settings.putAll(
                Map.of("bootstrap.servers", "127.0.0.1:" + options.ports().of("kafka")));
        return AdminClient.create(settings);
    }
}
