package io.boxoffice.common.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:boxoffice-defaults.yaml",
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/common",
            "boxoffice.messaging.outbox=true",
            "server.port=0"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class})
class SampleApiIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID FAN = UUID.randomUUID();
    private static final String GOOD =
            "{\"name\":\"x\",\"price\":1.50,\"order_lines\":[{\"label_text\":\"a\",\"count\":1}]}";

    @LocalServerPort
    int port;

    private record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

    @Test
    void answersAnUnknownPathWithAProblem() throws Exception {
        var answer = send(request("/nothing").GET());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body().path("code").asString()).isEqualTo("not-found");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:boxoffice:problem:not-found");
        assertThat(answer.body().path("status").asInt()).isEqualTo(404);
        assertThat(answer.body().path("instance").asString()).isEqualTo("/nothing");
        assertThat(answer.body().path("retryable").asBoolean(true)).isFalse();
        assertThat(answer.body().path("request_id").asString())
                .isEqualTo(answer.raw().headers().firstValue("X-Request-Id").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                                 | malformed-json    |",
                "                                                                  | malformed-json    |",
                "[]                                                                | validation-failed | ''",
                "{\"name\":\"x\",\"price\":1,\"nope\":1,\"order_lines\":[]}         | validation-failed | /nope",
                "{\"name\":7,\"price\":1,\"order_lines\":[]}                       | validation-failed | /name",
                "{\"name\":\"x\",\"price\":\"1\",\"order_lines\":[]}               | validation-failed | /price",
                "{\"name\":\"x\",\"price\":1,\"order_lines\":[{\"label_text\":\"a\",\"count\":99999999999}]} | validation-failed | /order_lines/0/count",
                "{\"name\":\"x\",\"price\":1,\"order_lines\":[{\"label_text\":\"a\",\"count\":1.5}]} | validation-failed | /order_lines/0/count",
                "{\"name\":\"\",\"price\":1,\"order_lines\":[]}                    | validation-failed | /name",
                "{\"name\":\"x\",\"price\":1,\"order_lines\":[{\"label_text\":\"a\",\"count\":0}]} | validation-failed | /order_lines/0/count",
                "{\"name\":\"x\",\"price\":1,\"order_lines\":[{\"label_text\":\"a\",\"count\":\"1\"}]} | validation-failed | /order_lines/0/count",
                "{\"name\":\"x\",\"price\":1,\"order_lines\":[{\"label_text\":\"\",\"count\":1}]} | validation-failed | /order_lines/0/label_text",
            })
    void namesWhatIsWrongInABody(String body, String code, String pointer) throws Exception {
        var answer = send(order().POST(HttpRequest.BodyPublishers.ofString(body == null ? "" : body)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo(code);
        if (pointer != null) {
            assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @Test
    void asksForATokenAndTheRightRole() throws Exception {
        var none = send(request("/orders")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.body().path("code").asString()).isEqualTo("unauthenticated");
        var expired = send(authorized("/orders", TestIssuer.expiredToken(FAN, "FAN"))
                .POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(expired.status()).isEqualTo(401);
        var garbage = send(authorized("/orders", "nonsense").POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(garbage.status()).isEqualTo(401);
        assertThat(garbage.body().path("code").asString()).isEqualTo("unauthenticated");
        var role = send(authorized("/orders", TestIssuer.token(FAN, "SCANNER"))
                .POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.body().path("code").asString()).isEqualTo("forbidden");
    }

    @Test
    void refusesAPathThatNoRuleNames() throws Exception {
        assertThat(send(request("/forgotten").GET()).status()).isEqualTo(401);
        assertThat(send(authorized("/forgotten", TestIssuer.token(FAN, "FAN")).GET())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsOnlyServicesCallInternalPaths() throws Exception {
        assertThat(send(authorized("/internal/secret", TestIssuer.token(FAN, "FAN"))
                                .GET())
                        .status())
                .isEqualTo(403);
        assertThat(send(authorized("/internal/secret", TestIssuer.internalToken())
                                .GET())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void treatsAnIdThatIsNoUuidAsUnknown() throws Exception {
        assertThat(send(request("/open/7").GET()).body().path("code").asString())
                .isEqualTo("not-found");
        assertThat(send(request("/open/" + FAN).GET()).status()).isEqualTo(200);
    }

    @Test
    void knowsTheRestOfHttp() throws Exception {
        var method = send(request("/open/" + FAN).DELETE());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.body().path("code").asString()).isEqualTo("method-not-allowed");
        assertThat(method.raw().headers().firstValue("Allow")).isPresent();
        var media =
                send(order().setHeader("Content-Type", "text/plain").POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(media.status()).isEqualTo(415);
        assertThat(media.body().path("code").asString()).isEqualTo("unsupported-media-type");
        var key = send(
                authorized("/orders", TestIssuer.token(FAN, "FAN")).POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(key.status()).isEqualTo(400);
        assertThat(key.body().path("code").asString()).isEqualTo("idempotency-key-required");
        var bug = send(order().POST(HttpRequest.BodyPublishers.ofString(GOOD.replace("\"x\"", "\"bug\""))));
        assertThat(bug.status()).isEqualTo(500);
        assertThat(bug.raw().body())
                .contains("internal-error")
                .doesNotContain("a bug")
                .doesNotContain("Exception");
    }

    @Test
    void refusesABodyOverTheLimitWhetherItsLengthIsToldOrNot() throws Exception {
        var huge = "{\"name\":\"" + "x".repeat(300_000) + "\"}";
        var told = send(order().POST(HttpRequest.BodyPublishers.ofString(huge)));
        assertThat(told.status()).isEqualTo(413);
        var chunked = send(order().POST(HttpRequest.BodyPublishers.ofInputStream(
                () -> new java.io.ByteArrayInputStream(huge.getBytes()))));
        assertThat(chunked.status()).as(chunked.raw().body()).isEqualTo(413);
        assertThat(chunked.body().path("code").asString()).isEqualTo("body-too-large");
    }

    @Test
    void servesAGoodRequest() throws Exception {
        var answer = send(order().header("X-Request-Id", "abc-1").POST(HttpRequest.BodyPublishers.ofString(GOOD)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.body().path("sub").asString()).isEqualTo(FAN.toString());
        assertThat(answer.raw().headers().firstValue("X-Request-Id")).hasValue("abc-1");
    }

    @Test
    void publishesItsOpenApi() throws Exception {
        var answer = send(request("/v3/api-docs").GET());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("openapi").asString()).startsWith("3.1");
        assertThat(answer.body().at("/components/schemas/Order/properties").has("order_lines"))
                .isTrue();
        assertThat(answer.body().at("/paths/~1orders/post/parameters").toString())
                .contains("Idempotency-Key")
                .doesNotContain("caller");
    }

    private HttpRequest.Builder order() {
        return authorized("/orders", TestIssuer.token(FAN, "FAN"))
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private HttpRequest.Builder authorized(String path, String token) {
        return request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body()),
                answer);
    }
}
