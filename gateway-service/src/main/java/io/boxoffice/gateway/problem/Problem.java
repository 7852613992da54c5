package io.boxoffice.gateway.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** An answer of the gateway's own: a stable code, words for people, and the headers that belong to it. */
public record Problem(
        HttpStatus status, String code, String title, String detail, boolean retryable, Map<String, String> headers) {

    /** A problem that repeating the request does not cure. */
    public static Problem of(HttpStatus status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, false, Map.of());
    }

    /** A service cannot be reached or does not answer: worth another try after a while. */
    public static Problem serviceUnavailable(HttpStatus status, String detail) {
        return serviceUnavailable(status, detail, Duration.ofSeconds(2));
    }

    /** A service rests for a known while. */
    public static Problem serviceUnavailable(HttpStatus status, String detail, Duration pause) {
        return of(status, "service-unavailable", "Service unavailable", detail).retryAfter(pause);
    }

    /** Too many requests in too short a time. */
    public static Problem rateLimited(Duration pause) {
        return of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "rate-limited",
                        "Too many requests",
                        "More requests came than are allowed in so short a time.")
                .retryAfter(pause);
    }

    /** The client left, or broke off, before its body was whole. */
    public static Problem brokenBody() {
        return of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "Malformed request",
                        "The request body broke off before its end.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** The path is right and the method is not. */
    public static Problem methodNotAllowed(String allowed) {
        return of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "This path does not serve that method.")
                .with(HttpHeaders.ALLOW, allowed);
    }

    /** The body is larger than the gateway takes. */
    public static Problem bodyTooLarge(long limit) {
        return of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "Body too large",
                        "A request body may have at most %d bytes.".formatted(limit))
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** The client began a request and did not finish it; what still comes of it is not waited for. */
    public static Problem requestTimeout() {
        return of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "request-timeout",
                        "Request timeout",
                        "The request did not arrive in time.")
                .with(HttpHeaders.CONNECTION, "close");
    }

    /** The same with one header, beside those it has. */
    public Problem with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, title, detail, retryable, Map.copyOf(more));
    }

    private Problem retryAfter(Duration pause) {
        // in whole seconds, and never too early
        var seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return new Problem(status, code, title, detail, true, headers)
                .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
