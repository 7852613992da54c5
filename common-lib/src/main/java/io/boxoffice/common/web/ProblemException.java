package io.boxoffice.common.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A refusal on its way to the caller: status, stable code, a sentence that says what to do, and members of its own
 * (RFC 9457). It carries no stack trace: refusals are everyday in an on-sale.
 */
public final class ProblemException extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final String detail;
    private final Map<String, @Nullable Object> members;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            HttpStatus status,
            String code,
            String detail,
            Map<String, @Nullable Object> members,
            @Nullable Duration retryAfter) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.members = members;
        this.retryAfter = retryAfter;
    }

    /** A refusal with a stable {@code code}, the word clients switch on. */
    public ProblemException(HttpStatus status, String code, String detail) {
        this(status, code, detail, Map.of(), null);
    }

    /** The same refusal with one more member in its body. */
    public ProblemException with(String name, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(members);
        more.put(name, value);
        return new ProblemException(status, code, detail, more, retryAfter);
    }

    /** The same refusal, marked as worth repeating after a while ({@code Retry-After}, whole seconds, at least one). */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(status, code, detail, members, wait);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    Map<String, @Nullable Object> members() {
        return members;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
