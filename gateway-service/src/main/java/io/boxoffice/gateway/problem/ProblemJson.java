package io.boxoffice.gateway.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The wire form of a problem. */
@Component
class ProblemJson {

    static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json;

    ProblemJson(JsonMapper json) {
        this.json = json;
    }

    byte[] bytes(Problem problem, String instance, String requestId) {
        return json.writeValueAsBytes(new Body(
                "urn:boxoffice:problem:" + problem.code(),
                problem.title(),
                problem.status().value(),
                problem.detail(),
                instance,
                problem.code(),
                requestId,
                problem.retryable()));
    }

    private record Body(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            String code,
            @JsonProperty("request_id") String requestId,
            boolean retryable) {}
}
