package io.boxoffice.e2e.client.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A refusal by RFC 9457.
 *
 * @param status the HTTP status
 * @param code the stable word clients switch on; {@code http-<status>} where the answer carries none
 * @param body all of it, for the fields of one code
 */
public record Problem(int status, String code, JsonNode body) {

    static Problem of(Answer answer) {
        JsonNode body = parsed(answer.body());
        return new Problem(answer.status(), body.path("code").asString("http-" + answer.status()), body);
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.tree(body.isBlank() ? "{}" : body);
        } catch (JacksonException notJson) {
            return Json.tree("{}");
        }
    }
}
