package io.boxoffice.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/**
 * Chooses the instance. A request that found no connection was certainly not sent and goes to the next one, whatever it is. A
 * GET whose connection broke is repeated once, since after a kill pooled connections may be dead; a request that changes
 * something never is, since nobody knows whether it arrived.
 */
class Spreading implements GatewayFilter {

    /** After the address is put together, before anything is sent. */
    static final int ORDER = RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;

    private final Instances instances;

    Spreading(Instances instances) {
        this.instances = instances;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Mono.defer(() -> ask(new Attempt(exchange, chain, List.of(), false), new IllegalStateException()));
    }

    private record Attempt(
            ServerWebExchange exchange, GatewayFilterChain chain, List<Instance> asked, boolean repeated) {

        Attempt without(Instance instance) {
            return new Attempt(
                    exchange,
                    chain,
                    Stream.concat(asked.stream(), Stream.of(instance)).toList(),
                    repeated);
        }

        Attempt again() {
            return new Attempt(exchange, chain, asked, true);
        }

        /** An answer that has begun cannot begin again. */
        boolean mayRepeat() {
            var method = exchange.getRequest().getMethod();
            return !repeated
                    && !exchange.getResponse().isCommitted()
                    && (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method));
        }
    }

    private Mono<Void> ask(Attempt attempt, Throwable otherwise) {
        return instances
                .next(attempt.asked())
                .map(instance -> ask(attempt, instance))
                .orElseGet(() -> Mono.error(otherwise));
    }

    private Mono<Void> ask(Attempt attempt, Instance instance) {
        var exchange = attempt.exchange();
        URI target = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, instance.place(target));
        instance.asked();
        var waiting = new AtomicBoolean(true);
        Runnable answered = () -> {
            if (waiting.getAndSet(false)) {
                instance.done();
            }
        };
        if (Match.of(exchange).endpoint().patience() == Patience.STREAM) {
            // whoever has begun a stream keeps nobody waiting, and may have thousands of them
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(answered));
        }
        return attempt.chain()
                .filter(exchange)
                .doOnSuccess(_ -> instance.answered())
                .doFinally(_ -> answered.run())
                .onErrorResume(error -> afterwards(attempt, instance, error));
    }

    private Mono<Void> afterwards(Attempt attempt, Instance instance, Throwable error) {
        if (isNotSent(error)) {
            instances.leaveOut(instance, error);
            ServerWebExchangeUtils.reset(attempt.exchange());
            return ask(attempt.without(instance), error);
        }
        if (attempt.mayRepeat() && isConnectionLost(error)) {
            ServerWebExchangeUtils.reset(attempt.exchange());
            return ask(attempt.again(), error);
        }
        return Mono.error(error);
    }

    /** Connections that time out included: Netty's exception for those is a {@link ConnectException}. */
    private static boolean isNotSent(Throwable error) {
        return error instanceof ConnectException
                || error instanceof NoRouteToHostException
                || error instanceof UnknownHostException;
    }

    private static boolean isConnectionLost(Throwable error) {
        return error instanceof IOException || error instanceof AbortedException;
    }
}
