package io.boxoffice.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

class FraudServiceIT extends Fraud {

    @Test
    void isReadyOnceItsDatabaseIsMigrated() {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        var answer = http().get().uri("/api/v1/nothing").exchange();
        answer.expectStatus().isNotFound();
        assertThat(code(answer)).isEqualTo("not-found");
    }

    @Test
    void describesItsPublicApiAndNothingInternal() {
        var paths = body(http().get()
                        .uri("/v3/api-docs")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get("paths");
        assertThat(paths.propertyNames())
                .contains("/api/v1/challenges", "/api/v1/challenges/{challenge_id}/solutions")
                .noneMatch(path -> path.startsWith("/internal"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"purpose\":\"refund\",\"event_id\":\"0198f3a4-7c00-7000-8000-000000000001\",\"type\":\"pow\"}",
                "{\"purpose\":\"join\",\"event_id\":\"nonsense\",\"type\":\"pow\"}",
                "{\"purpose\":\"join\",\"event_id\":\"0198f3a4-7c00-7000-8000-000000000001\",\"type\":\"captcha\"}",
                "{\"purpose\":\"join\",\"event_id\":\"0198f3a4-7c00-7000-8000-000000000001\",\"type\":\"pow\",\"extra\":1}",
                "{\"purpose\":1,\"event_id\":\"0198f3a4-7c00-7000-8000-000000000001\",\"type\":\"pow\"}"
            })
    void aChallengeIsAskedForInTheRightWords(String body) {
        var answer = asFan("/api/v1/challenges", body);
        answer.expectStatus().isBadRequest();
        assertThat(code(answer)).isEqualTo("validation-failed");
    }

    @Test
    void aDeviceHasAtMost64Characters() {
        var answer = asFan(
                "/api/v1/challenges",
                Map.of("purpose", "join", "event_id", event, "type", "pow", "device_id", "d".repeat(65)));
        answer.expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"number\":-1}",
                "{\"number\":\"1\"}",
                "{\"number\":1.5}",
                "{\"number\":99999999999999999999}"
            })
    void aSolutionIsANumber(String body) {
        var answer = asFan("/api/v1/challenges/" + UUID.randomUUID() + "/solutions", body);
        answer.expectStatus().isBadRequest();
        assertThat(code(answer)).isEqualTo("validation-failed");
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        assertThat(code(asFan("/api/v1/challenges", "{"))).isEqualTo("malformed-json");
        assertThat(code(asService("/internal/risk/assessments", "{"))).isEqualTo("malformed-json");
        assertThat(code(asService("/internal/risk/assessments", "{}"))).isEqualTo("validation-failed");
        assertThat(code(asService("/internal/risk/accounts/" + fan + "/lift", "{}")))
                .isEqualTo("validation-failed");
    }

    @Test
    void aChallengeThatIsNotThereIsNotFound() {
        asFan("/api/v1/challenges/nonsense/solutions", "{\"number\":1}")
                .expectStatus()
                .isNotFound();
        asFan("/api/v1/challenges/" + UUID.randomUUID() + "/solutions", "{\"number\":1}")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void fansAloneSolveAndServicesAloneAsk() {
        http().post()
                .uri("/api/v1/challenges")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        post("/api/v1/challenges", TestIssuer.token(fan, "OPS"), "{}")
                .expectStatus()
                .isForbidden();
        asFan("/internal/risk/assessments", "{}").expectStatus().isForbidden();
        asFan("/internal/risk/accounts/" + fan + "/lift", "{}").expectStatus().isForbidden();
    }
}
