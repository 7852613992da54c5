package io.boxoffice.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal and every surprise of a controller becomes one problem body (RFC 9457); nothing else leaves. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException problem, WebRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException mismatch, WebRequest request) {
        boolean idInPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                && UUID.class.equals(mismatch.getRequiredType());
        var problem = idInPath
                ? Problems.notFound()
                : Problems.invalid("/" + mismatch.getName(), "Not of the type that is asked for.");
        return answer(problem, new HttpHeaders(), request);
    }

    /** Tomcat says so when somebody first asks for a parameter. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException undecodable, WebRequest request) {
        return answer(Problems.invalid("", "A parameter is not valid UTF-8 text."), new HttpHeaders(), request);
    }

    /** Left to Spring Security, which tells 401 from 403. */
    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> databaseAway(Exception failure, WebRequest request) {
        log.atWarn().setCause(failure).log("database unavailable");
        return answer(
                Problems.unavailable("The database does not answer; repeat the request."), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> surprise(Exception surprise, WebRequest request) {
        log.atError().setCause(surprise).log("request failed");
        var problem = new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something broke on our side; tell us the request id.");
        return answer(problem, new HttpHeaders(), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(FormProblems.of(ex), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(FormProblems.of(ex), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = ex.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> FormProblems.error(
                                FormProblems.pointer(String.valueOf(
                                        result.getMethodParameter().getParameterName())),
                                error.getDefaultMessage())))
                .collect(Collectors.toList());
        return answer(FormProblems.invalid(errors), headers, request);
    }

    /** Everything else that Spring MVC refuses by itself. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(standard(ex, HttpStatus.valueOf(status.value())), headers, request);
    }

    private static ProblemException standard(Exception ex, HttpStatus status) {
        if (ex instanceof MissingRequestHeaderException missing) {
            return missing.getHeaderName().equalsIgnoreCase("Idempotency-Key")
                    ? new ProblemException(
                            HttpStatus.BAD_REQUEST,
                            "idempotency-key-required",
                            "Send an Idempotency-Key header, a new one for each new intention.")
                    : new ProblemException(
                            HttpStatus.BAD_REQUEST,
                            "validation-failed",
                            "Send the header " + missing.getHeaderName() + ".");
        }
        return switch (status) {
            case NOT_FOUND -> Problems.notFound();
            case METHOD_NOT_ALLOWED ->
                new ProblemException(status, "method-not-allowed", "Use one of the methods in the Allow header.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new ProblemException(status, "unsupported-media-type", "Send application/json.");
            case NOT_ACCEPTABLE -> new ProblemException(status, "not-acceptable", "Accept application/json.");
            case CONTENT_TOO_LARGE -> new ProblemException(status, "body-too-large", "The body is too large.");
            case INTERNAL_SERVER_ERROR, SERVICE_UNAVAILABLE ->
                new ProblemException(status, "internal-error", "Something broke on our side; tell us the request id.");
            default ->
                new ProblemException(status, "validation-failed", "A parameter or header is missing or not valid.");
        };
    }

    private static ResponseEntity<Object> answer(ProblemException problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        var all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var wait = ProblemBodies.retryAfter(problem);
        if (wait != null) {
            all.set(HttpHeaders.RETRY_AFTER, wait);
        }
        return new ResponseEntity<>(ProblemBodies.body(problem, servlet), all, problem.status());
    }
}
