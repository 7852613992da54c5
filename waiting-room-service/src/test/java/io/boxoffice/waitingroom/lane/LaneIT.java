package io.boxoffice.waitingroom.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The short way and the long way, which a request with a recorded trace takes, answer the same bytes under the same headers. */
class LaneIT extends WaitingRoom {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HASH = "A".repeat(43);
    private static final String GOOD = "{\"device_id\":\"phone\",\"secret_hash\":\"" + HASH + "\"}";
    private static final List<String> OF_THE_CONNECTION =
            List.of("date", "connection", "keep-alive", "transfer-encoding", "content-length");

    @LocalServerPort
    int ours;

    @Autowired
    MeterRegistry metrics;

    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers = new TreeMap<>(answer.headers().map());
            headers.keySet().removeAll(OF_THE_CONNECTION);
            // how long still is another thing a moment later
            headers.computeIfPresent("retry-after", (_, _) -> List.of("some seconds"));
            return new Answer(answer.statusCode(), headers, answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(UUID event, String after) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + ours + "/api/v1/events/" + event + after))
                .header("X-Request-Id", "same");
    }

    /** The answer, which is the same both ways. */
    private Answer same(HttpRequest.Builder request) {
        var shortWay = send(request.copy());
        var longWay =
                send(request.copy().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        assertThat(shortWay).isEqualTo(longWay);
        return shortWay;
    }

    private HttpRequest.Builder join(UUID event, String bearer, String body) {
        return request(event, "/queue/entries")
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder poll(UUID event, String token, String secret) {
        return request(event, "/queue/entries/me")
                .header("X-Queue-Token", token)
                .header("X-Queue-Secret", secret);
    }

    private void same(HttpRequest.Builder request, int status, String code) {
        var answer = same(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void joinsThatAreRefused() {
        var event = eventOnSale();
        var fan = TestIssuer.token(UUID.randomUUID(), "FAN");

        same(join(event, "nonsense", GOOD), 401, "unauthenticated");
        same(join(event, "", GOOD), 401, "unauthenticated");
        same(join(event, fan.substring(0, fan.length() - 3), GOOD), 401, "unauthenticated");
        same(join(event, TestIssuer.expiredToken(UUID.randomUUID(), "FAN"), GOOD), 401, "unauthenticated");
        same(join(event, TestIssuer.token(UUID.randomUUID(), "ORGANIZER"), GOOD), 403, "forbidden");
        same(join(event, TestIssuer.token(UUID.randomUUID()), "junk"), 403, "forbidden");
        same(join(event, TestIssuer.internalToken(), GOOD), 403, "forbidden");
        for (var bad : List.of(
                "{\"device_id\":\"phone\"}",
                "[]",
                "null",
                "7",
                "{\"device_id\":",
                GOOD + "}",
                GOOD.replace("phone", ""),
                GOOD.replace("phone", "x".repeat(65)),
                GOOD.replace("\"phone\"", "7"),
                GOOD.replace(HASH, HASH + "A"),
                GOOD.replace(HASH, "A".repeat(42) + "%"),
                GOOD.replace("device_id", "device"),
                GOOD.replace("{", "{\"more\":1,"),
                "\u0000\u0001")) {
            assertThat(same(join(event, fan, bad)).status()).as(bad).isEqualTo(400);
        }
        same(join(event, fan, GOOD.replace("phone", "x".repeat(5_000))), 400, "validation-failed");
        same(join(event, fan, GOOD.replace("phone", "x".repeat(2_000_000))), 413, "body-too-large");
        same(join(UUID.randomUUID(), fan, GOOD), 404, "event-not-found");
        same(
                join(
                        event(
                                "FIFO",
                                Instant.now().plusSeconds(7_200),
                                Instant.now().plusSeconds(9_999)),
                        fan,
                        GOOD),
                409,
                "queue-not-open");
        same(
                join(event("OFF", Instant.now().minusSeconds(60), Instant.now().plusSeconds(9_999)), fan, GOOD),
                410,
                "queue-closed");
    }

    @Test
    void joinsOfOneWhoIsInLineAlready() {
        var event = eventOnSale();
        var fan = TestIssuer.token(UUID.randomUUID(), "FAN");
        var first = send(join(event, fan, GOOD));
        var other = send(join(event, TestIssuer.token(UUID.randomUUID(), "FAN"), GOOD)
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        assertThat(first.status()).isEqualTo(201).isEqualTo(other.status());
        assertThat(first.headers()).isEqualTo(other.headers());
        var again = same(join(event, fan, GOOD));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body().replace("\"queue_size\":1", "\"queue_size\":2"));
        same(join(event, fan, GOOD).setHeader("Content-Type", "application/json;charset=utf-8"));
        same(join(event, fan, GOOD).setHeader("Content-Type", "text/plain"), 415, "unsupported-media-type");
        same(join(event, fan, GOOD).setHeader("Accept", "text/html"), 406, "not-acceptable");
    }

    @Test
    void polls() {
        var event = eventOnSale();
        var fan = Fan.create();
        var entry = client().joined(event, fan);
        var token = entry.get("queue_token").asString();
        var elsewhere = client().joined(eventOnSale(), fan).get("queue_token").asString();

        same(request(event, "/queue/entries/me"), 401, "queue-token-invalid");
        same(poll(event, "x", fan.secret()), 401, "queue-token-invalid");
        same(poll(event, token + "x", fan.secret()), 401, "queue-token-invalid");
        same(poll(event, elsewhere, fan.secret()), 401, "queue-token-invalid");
        same(poll(UUID.randomUUID(), token, fan.secret()), 401, "queue-token-invalid");
        same(poll(event, token, fan.secretHash()), 403, "queue-secret-wrong");
        letIn(event, 1);
        var admitted = same(poll(event, token, fan.secret()));
        assertThat(admitted.status()).isEqualTo(200);
        assertThat(admitted.body()).contains("\"access_token\":");
        client().leave(event, entry, fan).expectStatus().isNoContent();
        assertThat(same(poll(event, token, fan.secret())).body()).contains("\"state\":\"LEFT\"");
    }

    @Test
    void pollsThatComeTooSoon() {
        // in the lobby, where half a minute passes between polls
        var event = event("LOBBY", Instant.now().plusSeconds(600), Instant.now().plusSeconds(9_999));
        var fan = Fan.create();
        var token = client().joined(event, fan).get("queue_token").asString();

        same(poll(event, token, fan.secret()), 429, "poll-too-soon");
    }

    @Test
    void theStatusOfALine() {
        var event = eventOnSale();
        var shown = same(request(event, "/queue"));
        var tag = shown.headers().get("etag").getFirst();

        assertThat(shown.status()).isEqualTo(200);
        assertThat(same(request(event, "/queue").header("If-None-Match", tag)).status())
                .isEqualTo(304);
        assertThat(same(request(event, "/queue").header("If-None-Match", "W/" + tag + ", \"other\""))
                        .status())
                .isEqualTo(304);
        assertThat(same(request(event, "/queue").header("If-None-Match", "\"other\""))
                        .status())
                .isEqualTo(200);
        same(request(UUID.randomUUID(), "/queue"), 404, "event-not-found");
    }

    @Test
    void bothWaysCountInTheSameMetric() {
        var event = eventOnSale();
        var before = counted();

        same(request(event, "/queue"));

        org.awaitility.Awaitility.await().until(() -> counted() >= before + 2);
    }

    private long counted() {
        return metrics.find("http.server.requests").tag("uri", "/api/v1/events/{event_id}/queue").timers().stream()
                .mapToLong(io.micrometer.core.instrument.Timer::count)
                .sum();
    }
}
