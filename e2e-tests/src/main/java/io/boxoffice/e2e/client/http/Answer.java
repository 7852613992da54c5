package io.boxoffice.e2e.client.http;

import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came back.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body the body as text, empty for none
 * @param sentNanos when the first attempt left ({@link System#nanoTime()})
 * @param answeredNanos when this answer was complete
 */
public record Answer(int status, HttpHeaders headers, String body, long sentNanos, long answeredNanos) {

    /** Whether the status is 2xx. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as a tree. */
    public JsonNode json() {
        return Json.tree(body);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The problem told, or one made up from the status where the body is none of ours. */
    public Problem problem() {
        return Problem.of(this);
    }

    /** This answer, sent first at an earlier time: the attempts before it are part of the same wish. */
    Answer firstSentAt(long nanos) {
        return new Answer(status, headers, body, nanos, answeredNanos);
    }
}
