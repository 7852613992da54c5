package io.boxoffice.common.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Turns refusals into problem bodies, for the controllers' advice and for filters that answer before it. */
public final class ProblemBodies {
    private final JsonMapper json;

    ProblemBodies(JsonMapper json) {
        this.json = json;
    }

    static ProblemDetail body(ProblemException problem, HttpServletRequest request) {
        var body = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        body.setType(URI.create("urn:boxoffice:problem:" + problem.code()));
        body.setTitle(title(problem.code()));
        body.setInstance(instance(request));
        body.setProperty("code", problem.code());
        body.setProperty("request_id", RequestIdFilter.currentId(request));
        body.setProperty("retryable", problem.retryAfter() != null);
        problem.members().forEach(body::setProperty);
        return body;
    }

    static @Nullable String retryAfter(ProblemException problem) {
        Duration wait = problem.retryAfter();
        return wait == null
                ? null
                : String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** Writes the refusal as the whole answer. */
    public void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var wait = retryAfter(problem);
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        }
        response.getOutputStream().write(json.writeValueAsBytes(body(problem, request)));
    }

    private static String title(String code) {
        var words = code.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static @Nullable URI instance(HttpServletRequest request) {
        try {
            return URI.create(request.getRequestURI());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
