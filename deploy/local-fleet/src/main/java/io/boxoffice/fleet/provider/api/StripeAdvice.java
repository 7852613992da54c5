package io.boxoffice.fleet.provider.api;

import io.boxoffice.fleet.provider.fault.BadFault;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Every error in the provider's own form. */
@RestControllerAdvice
class StripeAdvice {
    private static final Logger log = LoggerFactory.getLogger(StripeAdvice.class);

    @ExceptionHandler
    ResponseEntity<Json> refused(StripeRefusal refusal) {
        return answer(refusal);
    }

    @ExceptionHandler({NoHandlerFoundException.class, HttpRequestMethodNotSupportedException.class})
    ResponseEntity<Json> unknownUrl(HttpServletRequest request) {
        return answer(StripeRefusal.unknownUrl(request.getMethod(), request.getRequestURI()));
    }

    @ExceptionHandler
    ResponseEntity<Json> badFault(BadFault fault) {
        return answer(StripeRefusal.invalid(null, null, String.valueOf(fault.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Json> unreadable(HttpMessageNotReadableException unreadable) {
        var cause = unreadable.getMostSpecificCause();
        return answer(
                cause instanceof BadFault fault
                        ? StripeRefusal.invalid(null, null, String.valueOf(fault.getMessage()))
                        : StripeRefusal.invalid(null, null, "The request body cannot be read."));
    }

    /** The message of a surprise is not logged: it may quote what the caller sent, and that may be a card. */
    @ExceptionHandler
    ResponseEntity<Json> surprised(Exception surprise, HttpServletRequest request) {
        if (surprise instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return answer(StripeRefusal.invalid(null, null, "The request cannot be read."));
        }
        log.atError()
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("error", surprise.getClass().getName())
                .addKeyValue("at", surprise.getStackTrace().length == 0 ? "" : surprise.getStackTrace()[0])
                .log("request failed");
        return answer(StripeRefusal.broken());
    }

    static ResponseEntity<Json> answer(StripeRefusal refusal) {
        var answer = ResponseEntity.status(refusal.status);
        if (refusal.status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Stripe\"");
        }
        return answer.body(StripeJson.error(refusal));
    }
}
