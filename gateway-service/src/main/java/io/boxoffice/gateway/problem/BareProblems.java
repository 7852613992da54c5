package io.boxoffice.gateway.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Problems of which nothing is known but the status. */
final class BareProblems {

    private BareProblems() {}

    static Problem of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                Problem.of(status, "malformed-request", "Malformed request", "The request is not valid HTTP.");
            case URI_TOO_LONG -> Problem.of(status, "uri-too-long", "URI too long", "The request line is too long.");
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                Problem.of(status, "headers-too-large", "Headers too large", "The request headers are too large.");
            case INTERNAL_SERVER_ERROR ->
                Problem.of(status, "internal-error", "Internal error", "Something went wrong on our side.");
            default ->
                Problem.of(
                        status,
                        status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        status.getReasonPhrase(),
                        "The request cannot be served.");
        };
    }
}
