package io.boxoffice.auditor.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"auditor.every=100ms", "auditor.settle=500ms"})
class AuditorIT {

    private static final Platform PLATFORM = new Platform();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) throws Exception {
        var names = List.of(
                "boxoffice.queue", "boxoffice.seats", "boxoffice.tickets", "boxoffice.orders", "boxoffice.resale");
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, 2, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        registry.add("auditor.kafka", TestServers::kafka);
        access(registry, "event", PLATFORM.event);
        access(registry, "payment", PLATFORM.payment);
        access(registry, "resale", PLATFORM.resale);
        access(registry, "directory", PLATFORM.directory);
        access(registry, "shards.shard-1", PLATFORM.shard);
        access(registry, "shards.shard-2", PLATFORM.next);
        access(registry, "shards.shard-3", PLATFORM.last);
        registry.add("auditor.provider.base-url", PLATFORM::booksUrl);
        registry.add("auditor.provider.control-token", () -> "token");
    }

    private static void access(DynamicPropertyRegistry registry, String name, TestServers.Database database) {
        registry.add("auditor." + name + ".url", database::url);
        registry.add("auditor." + name + ".username", database::username);
        registry.add("auditor." + name + ".password", database::password);
    }

    @Test
    void whatIsBrokenIsCountedOnceItHasNotSettledAndNothingElseIs() throws Exception {
        for (int invariant = 1; invariant <= 6; invariant++) {
            assertThat(violations(invariant)).isZero();
        }
        UUID event = PLATFORM.soldOneSeat();
        PLATFORM.soldOneSeat();
        double before = walks();
        await().atMost(Duration.ofSeconds(20)).until(() -> walks() > before + 8);
        for (int invariant = 1; invariant <= 6; invariant++) {
            assertThat(violations(invariant))
                    .as("invariant %d of a good sale", invariant)
                    .isZero();
        }

        PLATFORM.write(PLATFORM.shard, "UPDATE tickets SET status = 'REVOKED' WHERE event_id = '%s'".formatted(event));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(violations(1)).isEqualTo(2));
        double then = walks();
        await().atMost(Duration.ofSeconds(20)).until(() -> walks() > then + 3);
        assertThat(violations(1)).as("each is counted once").isEqualTo(2);
        assertThat(violations(6)).isZero();
        assertThat(get("/actuator/health/readiness")).contains("UP");
    }

    private double violations(int invariant) throws IOException, InterruptedException {
        return value("boxoffice_invariant_violations_total{invariant=\"" + invariant + "\"}");
    }

    private double walks() throws IOException, InterruptedException {
        return value("boxoffice_auditor_walks_seconds_count{outcome=\"done\"}");
    }

    private double value(String metric) throws IOException, InterruptedException {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
