package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.HttpExchange;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.fleet.FleetProcess;
import io.boxoffice.e2e.fleet.ShardDirectory;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A shard's PostgreSQL is killed, and comes back with its door shut for as long as the test wants: its events are closed for a while,
 * and nobody else notices.
 */
@ExtendWith(FleetExtension.class)
class ShardOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private ShardDirectory.Shard shut;

    @AfterEach
    void theDoorIsOpenAgain() throws SQLException {
        if (shut != null) {
            door(shut, true);
        }
    }

    @Test
    void aShardThatIsKilledClosesItsOwnEventsAloneAndLosesNothing(TestFleet fleet) throws Exception {
        UUID event = Shows.onSale(fleet, "Outage", 20, Map.of());
        var directory = ShardDirectory.of(fleet.fleet().status());
        ShardDirectory.Shard shard = directory.of(event);
        UUID elsewhere = elsewhere(fleet, directory, shard);
        TestFan early = TestFan.admitted(fleet, event);
        Order bought = early.buys(2);
        TestFan late = impatient(fleet, TestFan.admitted(fleet, event));
        TestFan other = impatient(fleet, TestFan.admitted(fleet, elsewhere));
        String key = TestFan.newKey();

        shut = shard;
        door(shard, false);
        kill(fleet, shard);

        refused(late.triesToHold(best(), key));
        refused(late.client().send(Call.get("tickets", Shows.path(event) + "/tickets")));
        assertThat(other.triesToHold(best(), TestFan.newKey()).status()).isEqualTo(201);
        assertThat(readiness(fleet)).isEqualTo(200);

        door(shard, true);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> late.triesToHold(best(), key).status() == 201);
        assertThat(early.tickets(bought.orderId())).hasSize(2);
    }

    private static UUID elsewhere(TestFleet fleet, ShardDirectory directory, ShardDirectory.Shard shard)
            throws Exception {
        for (int attempt = 0; attempt < directory.all().size(); attempt++) {
            UUID event = Shows.onSale(fleet, "Elsewhere", 20, Map.of());
            if (!directory.of(event).equals(shard)) {
                return event;
            }
        }
        throw new AssertionError("every event is on " + shard.name());
    }

    /** To whom a refusal is an answer. */
    private static TestFan impatient(TestFleet fleet, TestFan fan) {
        var once = fleet.clientWithoutPatience(fan.person());
        return new TestFan(fan.person(), once, fan.device(), fan.event(), fan.queueToken(), fan.pass());
    }

    private static Map<String, Object> best() {
        return Map.of("best_available", Map.of("quantity", 2));
    }

    private static void refused(Answer answer) {
        assertProblem(answer, 503, "shard-unavailable");
        assertThat(answer.header("Retry-After")).hasValue("2");
        assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    }

    private static void kill(TestFleet fleet, ShardDirectory.Shard shard) throws Exception {
        FleetProcess victim = process(fleet, shard.process());
        ProcessHandle.of(Objects.requireNonNull(victim.pid())).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            FleetProcess now = process(fleet, shard.process());
            return now.ready() && !Objects.equals(now.pid(), victim.pid());
        });
    }

    private static FleetProcess process(TestFleet fleet, String name) throws Exception {
        return fleet.fleet().status().process(name).orElseThrow();
    }

    private static int readiness(TestFleet fleet) throws Exception {
        return HttpExchange.to("http://127.0.0.1:" + process(fleet, "inventory").managementPort(), 1)
                .send(Call.get("readiness", "/actuator/health/readiness"))
                .status();
    }

    /** Who is in already is not thrown out by this. */
    private static void door(ShardDirectory.Shard shard, boolean open) throws SQLException {
        var server = shard.asSuperuser("postgres");
        try (var connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE seats ALLOW_CONNECTIONS " + open);
        }
    }
}
