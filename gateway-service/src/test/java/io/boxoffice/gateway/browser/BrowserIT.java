package io.boxoffice.gateway.browser;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserIT extends GatewayTest {

    private static final String PARTNER = "https://partner.example";
    private static final String STRANGER = "https://partner.example.evil";
    private static final String PUBLIC_PATH = "/api/v1/scan-keys";

    @Test
    void everyAnswerSaysWhatMayNotBeDoneWithIt() {
        for (var path : List.of(PUBLIC_PATH, "/nothing", "/api/v1/orders")) {
            var answer = send(request("GET", path));
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(header(answer, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void whoeverCameByHttpsShallAlways() {
        var answer = send(request("GET", PUBLIC_PATH).header("X-Forwarded-Proto", "https"));

        assertThat(header(answer, "Strict-Transport-Security")).startsWith("max-age=");
    }

    @Test
    void whatIsPersonalIsNotKeptUnlessTheServiceSaysSo() {
        var poll = request("GET", EVENT_PATH + "/queue/entries/me").header("X-Queue-Token", "t");

        assertThat(header(send(fanRequest("GET", "/api/v1/orders")), "Cache-Control"))
                .isEqualTo("no-store");
        assertThat(header(send(poll), "Cache-Control")).isEqualTo("no-store");
        assertThat(send(request("GET", PUBLIC_PATH)).headers().firstValue("Cache-Control"))
                .isEmpty();
    }

    @Test
    void nobodyLearnsWhatServesBehindUs() {
        INVENTORY.stubFor(any(anyUrl())
                .willReturn(okJson("{}").withHeader("Server", "Tomcat").withHeader("X-Powered-By", "us")));

        var answer = send(request("GET", PUBLIC_PATH));

        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by", "via");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVENT_PATH + "/holds",
                EVENT_PATH + "/queue/entries/me",
                "/api/v1/resale/listings",
                "/api/v1/payment-config"
            })
    void aBrowserThatAsksForAnAllowedPageIsAnsweredHere(String path) {
        var answer = send(preflight(PARTNER, path));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(PARTNER);
        assertThat(header(answer, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Idempotency-Key", "X-Access-Token", "X-Queue-Secret", "X-Clearance");
        assertThat(header(answer, "Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(answer.headers().allValues("Vary").toString()).contains("Origin");
    }

    @Test
    void aBrowserIsToldTheMethodsOfThePath() {
        assertThat(header(send(preflight(PARTNER, EVENT_PATH + "/queue/entries/me")), "Access-Control-Allow-Methods"))
                .isEqualTo("DELETE, GET");
    }

    @Test
    void aPageOfAStrangerIsToldNothing() {
        var asked = send(preflight(STRANGER, PUBLIC_PATH));
        var read = send(request("GET", PUBLIC_PATH).header("Origin", STRANGER));

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(read.statusCode()).isEqualTo(200);
        for (var answer : List.of(asked, read)) {
            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
            assertThat(answer.headers().allValues("Vary").toString()).contains("Origin");
        }
    }

    @Test
    void anAllowedPageMayReadAnswersAndProblems() {
        INVENTORY.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Vary", "Accept-Encoding")));

        var answer = send(request("GET", PUBLIC_PATH).header("Origin", PARTNER));
        var problem = send(request("GET", "/api/v1/orders").header("Origin", PARTNER));

        assertThat(answer.headers().allValues("Vary").toString()).contains("Accept-Encoding", "Origin");
        assertProblem(problem, 401, "unauthenticated");
        for (var readable : List.of(answer, problem)) {
            assertThat(header(readable, "Access-Control-Allow-Origin")).isEqualTo(PARTNER);
            assertThat(header(readable, "Access-Control-Expose-Headers"))
                    .contains("Retry-After", "ETag", "X-Request-Id");
            assertThat(readable.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void whereThereIsNothingABrowserHearsThat() {
        assertProblem(send(preflight(PARTNER, "/api/v1/nothing")), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://a.example/", "a.example", "null"})
    void whatIsNoOriginStopsTheStart(String origin) {
        assertThatThrownBy(() -> new CrossOriginProperties(List.of(origin), Duration.ofHours(1)))
                .hasMessageContaining(origin);
    }

    private HttpRequest.Builder preflight(String origin, String path) {
        return request("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
