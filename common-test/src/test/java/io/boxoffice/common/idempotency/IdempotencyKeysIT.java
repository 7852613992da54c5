package io.boxoffice.common.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.boxoffice.common.idempotency.IdempotencyKeys.Start;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.common.web.ProblemException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyKeysIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HikariDataSource database = new HikariDataSource();
    private final String sub = UUID.randomUUID().toString();
    private JdbcClient jdbc;
    private TransactionTemplate transactions;

    @BeforeEach
    void start() {
        var fresh = TestServers.freshDatabase();
        database.setJdbcUrl(fresh.url());
        database.setUsername(fresh.username());
        database.setPassword(fresh.password());
        Flyway.configure().dataSource(database).locations("db/common").load().migrate();
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void givesTheStoredAnswerAgain() {
        var keys = keys(Duration.ofSeconds(30));
        keys.inTransaction(request("k", "body"), () -> created("one"));
        var again = keys.inTransaction(request("k", "body"), () -> created("two"));
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.getHeaders().getFirst("Location")).isEqualTo("/things/one");
        assertThat(again.getBody()).isEqualTo("{\"id\":\"one\"}");
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        var keys = keys(Duration.ofSeconds(30));
        keys.inTransaction(request("k", "body"), () -> created("one"));
        assertThatThrownBy(() -> keys.inTransaction(request("k", "other"), () -> created("two")))
                .hasMessageContaining("idempotency-key-reused");
    }

    @Test
    void storesNothingWhenTheEffectIsRefused() {
        var keys = keys(Duration.ofSeconds(30));
        assertThatThrownBy(() -> keys.inTransaction(request("k", "body"), () -> {
                    throw new ProblemException(HttpStatus.CONFLICT, "seat-taken", "gone");
                }))
                .hasMessageContaining("seat-taken");
        assertThat(keys.inTransaction(request("k", "body"), () -> created("one"))
                        .getBody())
                .isEqualTo(Map.of("id", "one"));
    }

    @Test
    void runsTheEffectOnceForManyAtTheSameTime() throws Exception {
        var keys = keys(Duration.ofSeconds(30));
        var effects = new AtomicInteger();
        Callable<ResponseEntity<Object>> call =
                () -> keys.inTransaction(request("k", "body"), () -> created("n" + effects.incrementAndGet()));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    pool.invokeAll(IntStream.range(0, 30).mapToObj(_ -> call).toList());
            for (Future<ResponseEntity<Object>> answer : answers) {
                assertThat(answer.get().getHeaders().getFirst("Location")).isEqualTo("/things/n1");
            }
        }
        assertThat(effects).hasValue(1);
    }

    @Test
    void tellsThatAMultiStepCallIsStillRunning() {
        var keys = keys(Duration.ofSeconds(30));
        assertThat(keys.begin(request("k", "body"))).isInstanceOf(Start.Fresh.class);
        assertThatThrownBy(() -> keys.begin(request("k", "body"))).hasMessageContaining("idempotency-key-in-use");
        assertThatThrownBy(() -> keys.begin(request("k", "other"))).hasMessageContaining("idempotency-key-reused");
    }

    @Test
    void letsARepeatGoOnWhereADeadProcessStopped() {
        var keys = keys(Duration.ZERO);
        var order = UUID.randomUUID();
        var first = (Start.Fresh) keys.begin(request("k", "body"));
        keys.refer(request("k", "body"), first.claim(), order);
        var second = (Start.TakenOver) keys.begin(request("k", "body"));
        assertThat(second.reference()).isEqualTo(order);
        keys.complete(request("k", "body"), created("one"));
        assertThat(keys.begin(request("k", "body")))
                .isInstanceOfSatisfying(
                        Start.Replay.class,
                        replay -> assertThat(replay.answer().getBody()).isEqualTo("{\"id\":\"one\"}"));
    }

    @Test
    void forgetsACallThatIsNotToBeStored() {
        var keys = keys(Duration.ofSeconds(30));
        var first = (Start.Fresh) keys.begin(request("k", "body"));
        keys.forget(request("k", "body"), first.claim());
        assertThat(keys.begin(request("k", "body"))).isInstanceOf(Start.Fresh.class);
    }

    @Test
    void asksForAKeyThatCanBeStored() {
        assertThatThrownBy(() -> request(" ", "body")).hasMessageContaining("validation-failed");
        assertThatThrownBy(() -> request("k".repeat(256), "body")).hasMessageContaining("validation-failed");
    }

    private IdempotencyKeys keys(Duration takeoverAfter) {
        return new IdempotencyKeys(jdbc, transactions, JSON, takeoverAfter);
    }

    private IdempotentRequest request(String key, String body) {
        return IdempotentRequest.of(
                new MockHttpServletRequest("POST", "/things"), sub, key, Map.of("body", body), JSON);
    }

    private static ResponseEntity<Object> created(String id) {
        return ResponseEntity.created(URI.create("/things/" + id)).body(Map.of("id", id));
    }
}
