package io.boxoffice.waitingroom;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.waitingroom.QueueClient.Fan;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.JsonNode;

/** The service on a Redis Cluster, by configuration alone; one master is killed in the middle of the sale. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "spring.kafka.consumer.group-id=redis-cluster",
            "fraud.challenge.sample-rate=0",
            "waiting-room.poll-min=1ms",
            "waiting-room.poll-default=1ms",
            "waiting-room.poll-max=1ms",
            "waiting-room.admission.mode=MANUAL",
            "waiting-room.admission.rate=600",
            "waiting-room.recovery-window=2s"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class, TestSurroundings.class})
@DirtiesContext
class RedisClusterIT {
    private static final int FANS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @LocalServerPort
    int port;

    /** Servers that outlive whoever speaks to them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Servers {
        @Bean
        RedisCluster redisCluster() {
            return new RedisCluster();
        }

        @Bean
        DynamicPropertyRegistrar nodes(RedisCluster cluster) {
            return registry -> registry.add("spring.data.redis.cluster.nodes", cluster::nodes);
        }
    }

    @Autowired
    RedisCluster cluster;

    private record Seen(Fan fan, JsonNode entry, String session) {}

    private UUID eventOn(int master) {
        var event = UUID.randomUUID();
        while (cluster.masterOf("queue:{" + event + "}") != master) {
            event = UUID.randomUUID();
        }
        var now = Instant.now();
        EventServiceStub.publish(
                event, WaitingRoom.eventJson(event, "FIFO", now.minusSeconds(60), now.plusSeconds(3600)));
        return event;
    }

    private static JsonNode untilHas(String field, Callable<JsonNode> call) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(call, answer -> answer.has(field));
    }

    /** A fan's whole visit: whatever happens, the client repeats what had no answer. */
    private Seen visit(UUID event, JsonNode entry, Fan fan) {
        var client = new QueueClient(port);
        var polled = untilHas(
                "access_token",
                () -> body(client.poll(event, entry.get("queue_token").asString(), fan.secret())));
        try {
            var claims = SignedJWT.parse(polled.get("access_token").asString()).getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo(fan.sub().toString());
            return new Seen(fan, polled, claims.getJWTID());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyIsLostDoubledOrOvertakenWhenAMasterIsKilled() throws InterruptedException, ExecutionException {
        var events = IntStream.range(0, 3).mapToObj(this::eventOn).toList();
        var joined = new LinkedHashMap<UUID, List<UUID>>();
        events.forEach(event -> joined.put(event, new CopyOnWriteArrayList<>()));
        var visits = new CopyOnWriteArrayList<Future<Seen>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var drivers = new ArrayList<Future<?>>();
            for (var event : events) {
                drivers.add(threads.submit(() -> {
                    for (int i = 0; i < FANS; i++) {
                        var fan = Fan.create();
                        var entry = untilHas("queue_token", () -> body(new QueueClient(port).join(event, fan)));
                        joined.get(event).add(fan.sub());
                        visits.add(threads.submit(() -> visit(event, entry, fan)));
                        if (i == FANS / 2 && event.equals(events.getFirst())) {
                            cluster.kill(0);
                        }
                    }
                }));
            }
            for (var driver : drivers) {
                driver.get();
            }
        }

        var sessions = new ArrayList<String>();
        for (var visit : visits) {
            sessions.add(visit.get().session());
        }
        assertThat(sessions).hasSize(3 * FANS).doesNotHaveDuplicates();
        for (var event : events) {
            var told =
                    Admitted.to(event).stream().map(Admitted::user).distinct().toList();
            // what the killed master had not told yet is not told; nobody told of overtook anybody
            assertThat(joined.get(event).stream().filter(told::contains).toList())
                    .isEqualTo(told);
            assertThat(told).hasSizeGreaterThan(FANS / 2);
        }
    }
}
