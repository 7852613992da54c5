package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.http.Answer;
import tools.jackson.databind.JsonNode;

/** What every refusal looks like. */
final class Problems {

    private Problems() {}

    /** Asserts a problem of the contract: RFC 9457 with a stable code, a request id and whether repeating helps. */
    static JsonNode assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status() + " " + answer.body()).startsWith(Integer.toString(status));
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = answer.json();
        assertThat(problem.path("code").asString("")).as(answer.body()).isEqualTo(code);
        assertThat(problem.path("status").asInt(0)).isEqualTo(status);
        assertThat(problem.path("type").asString("")).isEqualTo("urn:boxoffice:problem:" + code);
        assertThat(problem.path("title").asString("")).isNotBlank();
        assertThat(problem.path("instance").asString("")).startsWith("/api/v1/");
        assertThat(problem.path("request_id").asString("")).isNotBlank();
        assertThat(problem.path("retryable").isBoolean()).as(answer.body()).isTrue();
        assertThat(answer.body()).doesNotContain("xception", "io.boxoffice", "org.springframework", "\tat ");
        return problem;
    }
}
