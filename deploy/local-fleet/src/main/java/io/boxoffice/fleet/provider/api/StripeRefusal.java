package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.books.Decline;
import io.boxoffice.fleet.provider.books.Intent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is not fulfilled, as the provider words it. An exception, since it is found deep in parsing and in
 * decisions, and there is one way to answer all of them.
 */
class StripeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final HttpStatus status;
    final String type;
    final @Nullable String code;
    final @Nullable String param;
    final transient @Nullable Decline decline;
    final transient @Nullable Intent intent;

    private StripeRefusal(
            HttpStatus status,
            String type,
            @Nullable String code,
            @Nullable String param,
            String message,
            @Nullable Decline decline,
            @Nullable Intent intent) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.decline = decline;
        this.intent = intent;
    }

    static StripeRefusal invalid(@Nullable String code, @Nullable String param, String message) {
        return new StripeRefusal(HttpStatus.BAD_REQUEST, "invalid_request_error", code, param, message, null, null);
    }

    static StripeRefusal missing(HttpStatus status, String what, String id, String param) {
        return new StripeRefusal(
                status,
                "invalid_request_error",
                "resource_missing",
                param,
                "No such " + what + ": '" + id + "'",
                null,
                null);
    }

    static StripeRefusal unauthorized(String message) {
        return new StripeRefusal(HttpStatus.UNAUTHORIZED, "invalid_request_error", null, null, message, null, null);
    }

    static StripeRefusal unknownUrl(String method, String path) {
        return new StripeRefusal(
                HttpStatus.NOT_FOUND,
                "invalid_request_error",
                null,
                null,
                "Unrecognized request URL (" + method + ": " + path + ").",
                null,
                null);
    }

    static StripeRefusal unexpectedState(Intent intent, String verb) {
        var message = "This PaymentIntent's status is "
                + intent.standing().status().wire() + ", so you cannot " + verb + " it.";
        return new StripeRefusal(
                HttpStatus.BAD_REQUEST,
                "invalid_request_error",
                "payment_intent_unexpected_state",
                null,
                message,
                null,
                intent);
    }

    static StripeRefusal keyReused() {
        return new StripeRefusal(
                HttpStatus.BAD_REQUEST,
                "idempotency_error",
                null,
                null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
                null,
                null);
    }

    static StripeRefusal declined(Decline decline, @Nullable Intent intent) {
        return new StripeRefusal(
                HttpStatus.PAYMENT_REQUIRED, "card_error", "card_declined", null, decline.message(), decline, intent);
    }

    static StripeRefusal badCard(String code, String param, String message) {
        return new StripeRefusal(HttpStatus.PAYMENT_REQUIRED, "card_error", code, param, message, null, null);
    }

    static StripeRefusal broken() {
        return new StripeRefusal(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "api_error",
                null,
                null,
                "An error occurred on our side.",
                null,
                null);
    }
}
