package io.boxoffice.gateway.ratelimit;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {"gateway.limits.address=6/1h", "gateway.limits.account=4/1h", "gateway.limits.answer-within=3s"})
class RateLimitIT extends GatewayTest {

    private static final String PATH = "/api/v1/scan-keys";

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private RedisLink link;

    @Autowired
    private ReactiveStringRedisTemplate redis;

    /** At the start, and after Redis was away, requests are counted alone for a moment. */
    @BeforeEach
    void redisIsReached() {
        await().until(link::isMade);
    }

    @Test
    void anAddressIsToldWhatIsLeftAndThenRefused() {
        var address = newAddress();
        for (var left = 5; left >= 0; left--) {
            var answer = from(address);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Limit")).isEqualTo("6");
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("" + left);
            assertThat(Long.parseLong(header(answer, "RateLimit-Reset"))).isBetween(1L, 3600L);
        }

        var refused = from(address);

        assertProblem(refused, 429, "rate-limited");
        assertThat(refused.body()).contains("\"retryable\":true");
        assertThat(header(refused, "RateLimit-Remaining")).isEqualTo("0");
        assertThat(Long.parseLong(header(refused, "Retry-After"))).isBetween(1L, 3600L);
        INVENTORY.verify(6, getRequestedFor(urlEqualTo(PATH)));
        assertThat(isCountedTogether(address)).isTrue();
        assertThat(from(newAddress()).statusCode()).isEqualTo(200);
        assertThat(refusals("address")).isPositive();
    }

    @Test
    void anAccountIsLimitedWhereverItComesFromAndHearsOfTheStricterLimit() {
        var fan = newId();
        for (var left = 3; left >= 0; left--) {
            var answer = as(fan);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Limit")).isEqualTo("4");
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("" + left);
        }

        assertProblem(as(fan), 429, "rate-limited");
        assertThat(as(newId()).statusCode()).isEqualTo(200);
        assertThat(refusals("account")).isPositive();
    }

    @Test
    void aWaitingFansPollCountsForTheAddressAlone() {
        var fan = newId();
        for (var i = 0; i < 9; i++) {
            var answer = send(request("GET", EVENT_PATH + "/queue/entries/me")
                    .header("X-Forwarded-For", newAddress())
                    .header("Authorization", "Bearer " + ISSUER.token(fan))
                    .header("X-Queue-Token", "t"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Limit")).isEqualTo("6");
        }
    }

    @Test
    void whatDoesNotExistIsCountedToo() {
        var address = newAddress();
        for (var i = 0; i < 6; i++) {
            assertThat(probe(address).statusCode()).isEqualTo(404);
        }

        assertProblem(probe(address), 429, "rate-limited");
    }

    @Test
    void withoutRedisThisInstanceCountsAloneAndTheDoorStaysOpen() {
        REDIS.stop();
        try {
            var address = newAddress();
            for (var i = 0; i < 6; i++) {
                assertThat(from(address).statusCode()).isEqualTo(200);
            }
            assertProblem(from(address), 429, "rate-limited");
        } finally {
            REDIS.start();
        }
        untilCountedTogether();
    }

    @Test
    void aRedisThatDoesNotAnswerIsNotWaitedFor() {
        REDIS.fallAsleep();
        try {
            var answer = from(newAddress());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "RateLimit-Remaining")).isEqualTo("5");
        } finally {
            REDIS.stop();
            REDIS.start();
        }
        untilCountedTogether();
    }

    private void untilCountedTogether() {
        await().untilAsserted(() -> {
            var address = newAddress();
            assertThat(from(address).statusCode()).isEqualTo(200);
            assertThat(isCountedTogether(address)).isTrue();
        });
    }

    private HttpResponse<String> from(String address) {
        return send(request("GET", PATH).header("X-Forwarded-For", address));
    }

    private HttpResponse<String> probe(String address) {
        return send(request("GET", "/wp-admin").header("X-Forwarded-For", address));
    }

    private HttpResponse<String> as(String fan) {
        return send(request("GET", "/api/v1/orders")
                .header("Authorization", "Bearer " + ISSUER.token(fan))
                .header("X-Forwarded-For", newAddress()));
    }

    private boolean isCountedTogether(String address) {
        try {
            return redis.hasKey("limit:address:" + address).block(Duration.ofSeconds(10));
        } catch (DataAccessException notYetBack) {
            return false;
        }
    }

    private double refusals(String scope) {
        return metrics.counter("boxoffice.rate.limited", "scope", scope).count();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String newAddress() {
        var random = ThreadLocalRandom.current();
        return "203.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
