package io.boxoffice.common.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The refusals that every API has; those of one feature live with that feature. */
public final class Problems {
    private Problems() {}

    /** 404: unknown, or another's. Both look the same on purpose. */
    public static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found", "There is nothing here that you may see.");
    }

    /** 403: known caller, wrong role or owner. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail);
    }

    /** 400: one field breaks a rule of form; {@code pointer} is a JSON pointer (RFC 6901). */
    public static ProblemException invalid(String pointer, String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "validation-failed", "Some fields are not valid.")
                .with("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
    }

    /** 422: part of the published contract that this version does not serve yet. */
    public static ProblemException notAvailableYet(String what) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "not-available-yet", what + " is not available yet.");
    }

    /** 503: a part we depend on does not answer; the same request may be repeated. */
    public static ProblemException unavailable(String detail) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail)
                .retryAfter(Duration.ofSeconds(2));
    }
}
