package io.boxoffice.fleet.standalone;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Builds problem answers of the shape that all of the platform's APIs share. */
public final class Problem {
    private Problem() {}

    /** A problem with a stable word for programs and a sentence for people. */
    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:boxoffice:problem:" + code));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("code", code);
        problem.setProperty("request_id", UUID.randomUUID().toString());
        problem.setProperty("retryable", status.is5xxServerError());
        return problem;
    }

    /** The problem of a bare status, worded as the contract words it. */
    public static ProblemDetail of(HttpStatus status) {
        return of(status, codeOf(status), status.getReasonPhrase());
    }

    private static String codeOf(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case CONTENT_TOO_LARGE -> "body-too-large";
            default -> status.is4xxClientError() ? "validation-failed" : "service-unavailable";
        };
    }
}
