package io.boxoffice.gateway.problem;

import static org.springframework.http.HttpStatus.GATEWAY_TIMEOUT;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** Turns what went wrong on the way to a service into a problem. */
@Component
@Order(-2)
class ProblemErrors implements ErrorWebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemErrors.class);

    private final ProblemWriter writer;

    ProblemErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            // half an answer is out: only closing the connection tells the client
            return Mono.error(error);
        }
        var problem = problemOf(Exceptions.unwrap(error));
        if (problem.status().is5xxServerError()) {
            log.atWarn()
                    .addKeyValue(
                            "request_id", exchange.getResponse().getHeaders().getFirst(ProblemWriter.REQUEST_ID))
                    .addKeyValue("path", exchange.getRequest().getURI().getRawPath())
                    .addKeyValue("status", problem.status().value())
                    .setCause(problem.status() == INTERNAL_SERVER_ERROR ? error : null)
                    .addKeyValue("reason", error.toString())
                    .log("request failed");
        }
        return writer.write(exchange, problem);
    }

    private static Problem problemOf(Throwable error) {
        return switch (error) {
            case Refusal refusal -> refusal.problem();
            case ErrorResponse answer -> statusProblem(answer.getStatusCode());
            case PoolAcquireTimeoutException _, PoolAcquirePendingLimitException _ ->
                Problem.serviceUnavailable(SERVICE_UNAVAILABLE, "The service has more to do than it can.");
            case TimeoutException _, ReadTimeoutException _ ->
                Problem.serviceUnavailable(GATEWAY_TIMEOUT, "The service did not answer in time.");
            case IOException _, AbortedException _ ->
                Problem.serviceUnavailable(SERVICE_UNAVAILABLE, "The service cannot be reached.");
            default -> statusProblem(INTERNAL_SERVER_ERROR);
        };
    }

    private static Problem statusProblem(HttpStatusCode code) {
        var status = HttpStatus.resolve(code.value());
        return switch (status) {
            case GATEWAY_TIMEOUT -> Problem.serviceUnavailable(GATEWAY_TIMEOUT, "The service did not answer in time.");
            case BAD_GATEWAY, SERVICE_UNAVAILABLE ->
                Problem.serviceUnavailable(SERVICE_UNAVAILABLE, "The service cannot be reached.");
            case null -> statusProblem(INTERNAL_SERVER_ERROR);
            default -> BareProblems.of(status);
        };
    }
}
