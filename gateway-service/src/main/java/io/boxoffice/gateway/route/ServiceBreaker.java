package io.boxoffice.gateway.route;

import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.problem.ProblemWriter;
import io.boxoffice.gateway.problem.Refusal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leaves a service alone that fails most of its requests, so that its callers are answered at once and it can recover.
 * Each service has its own; after a pause a few requests find out how it is.
 */
class ServiceBreaker implements GatewayFilter {

    private final CircuitBreaker breaker;
    private final Problem resting;
    private final ProblemWriter problems;

    ServiceBreaker(CircuitBreaker breaker, Duration openFor, ProblemWriter problems) {
        this.breaker = breaker;
        this.resting = Problem.serviceUnavailable(
                HttpStatus.SERVICE_UNAVAILABLE, "The service has failed too often and rests.", openFor);
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> breaker.tryAcquirePermission()
                ? watched(exchange.getResponse(), chain.filter(exchange))
                : problems.write(exchange, resting));
    }

    private Mono<Void> watched(ServerHttpResponse answer, Mono<Void> call) {
        var start = breaker.getCurrentTimestamp();
        var undecided = new AtomicBoolean(true);
        answer.beforeCommit(() -> {
            // a stream may last for hours; that it began says how the service is
            if (isStream(answer) && undecided.getAndSet(false)) {
                decide(answer, breaker.getCurrentTimestamp() - start);
            }
            return Mono.empty();
        });
        return call.doOnSuccess(_ -> {
                    if (undecided.getAndSet(false)) {
                        decide(answer, breaker.getCurrentTimestamp() - start);
                    }
                })
                .doOnError(error -> {
                    if (undecided.getAndSet(false)) {
                        decide(error, breaker.getCurrentTimestamp() - start);
                    }
                })
                .doOnCancel(() -> {
                    // the client left: it says nothing about the service
                    if (undecided.getAndSet(false)) {
                        breaker.releasePermission();
                    }
                });
    }

    private static boolean isStream(ServerHttpResponse answer) {
        return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(answer.getHeaders().getContentType());
    }

    private void decide(ServerHttpResponse answer, long duration) {
        if (isFailure(answer)) {
            breaker.onError(duration, breaker.getTimestampUnit(), new IllegalStateException("answered with an error"));
        } else {
            breaker.onSuccess(duration, breaker.getTimestampUnit());
        }
    }

    private void decide(Throwable error, long duration) {
        if (error instanceof Refusal) {
            // about the client's own body
            breaker.releasePermission();
        } else {
            breaker.onError(duration, breaker.getTimestampUnit(), error);
        }
    }

    /** A 503 that says when to come back is the word of a service that is well, about one part of what it needs. */
    private static boolean isFailure(ServerHttpResponse answer) {
        var status = answer.getStatusCode();
        if (status == null || !status.is5xxServerError()) {
            return false;
        }
        return !(status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                && answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER));
    }
}
