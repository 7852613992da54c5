package io.boxoffice.waitingroom.lane;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A call that very many make, in its usual form. One with anything more about it, be it a query, another wish for the form of the
 * answer or a trace that is being recorded, is none.
 */
record HotCall(Kind kind, UUID event) {
    private static final String NOTICED = HotCall.class.getName();
    private static final String BEFORE = "/api/v1/events/";
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_BODY = 4096;
    /** {@code <version>-<trace>-<span>-<flags>}, W3C Trace Context. */
    private static final String TRACE = "traceparent";

    private static final String RECORDED = "1";

    /** What is asked. */
    enum Kind {
        STATUS("GET", "/queue"),
        POLL("GET", "/queue/entries/me"),
        JOIN("POST", "/queue/entries");

        private final String method;
        private final String after;

        Kind(String method, String after) {
            this.method = method;
            this.after = after;
        }

        String method() {
            return method;
        }

        /** The path by which metrics call it. */
        String pattern() {
            return BEFORE + "{event_id}" + after;
        }

        private boolean isIn(HttpServletRequest request, String path) {
            return path.length() == BEFORE.length() + UUID_LENGTH + after.length()
                    && path.endsWith(after)
                    && request.getMethod().equals(method);
        }
    }

    /** The hot call that this request is; the answer stays the same while the request is served. */
    static Optional<HotCall> of(HttpServletRequest request) {
        if (request.getAttribute(NOTICED) instanceof Optional<?> noticed) {
            return noticed.map(HotCall.class::cast);
        }
        var call = notice(request);
        request.setAttribute(NOTICED, call);
        return call;
    }

    private static Optional<HotCall> notice(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!path.startsWith(BEFORE) || request.getQueryString() != null) {
            return Optional.empty();
        }
        for (var kind : Kind.values()) {
            if (kind.isIn(request, path)) {
                return isUsual(request, kind) ? withEvent(kind, path) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isUsual(HttpServletRequest request, Kind kind) {
        return acceptsJson(request.getHeader(HttpHeaders.ACCEPT))
                && !isRecorded(request.getHeader(TRACE))
                && switch (kind) {
                    case STATUS, POLL -> request.getHeader(HttpHeaders.AUTHORIZATION) == null;
                    case JOIN -> sendsJson(request);
                };
    }

    private static boolean acceptsJson(String accept) {
        return accept == null
                || !accept.contains(";")
                        && (accept.contains(MediaType.APPLICATION_JSON_VALUE) || accept.contains(MediaType.ALL_VALUE));
    }

    private static boolean isRecorded(String trace) {
        return trace != null && trace.endsWith(RECORDED);
    }

    private static boolean sendsJson(HttpServletRequest request) {
        return MediaType.APPLICATION_JSON_VALUE.equals(request.getContentType())
                && request.getContentLength() > 0
                && request.getContentLength() <= LONGEST_BODY;
    }

    private static Optional<HotCall> withEvent(Kind kind, String path) {
        try {
            var event = UUID.fromString(path.substring(BEFORE.length(), BEFORE.length() + UUID_LENGTH));
            return Optional.of(new HotCall(kind, event));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
