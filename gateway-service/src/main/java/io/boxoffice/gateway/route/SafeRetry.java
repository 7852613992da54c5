package io.boxoffice.gateway.route;

import java.io.IOException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.util.retry.Retry;

/**
 * Repeats a GET once when its connection broke: after a service was killed, pooled connections may be dead. A request
 * that changes something is never repeated, since nobody knows whether it arrived.
 */
class SafeRetry implements GatewayFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var method = exchange.getRequest().getMethod();
        if (!HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange)
                .retryWhen(Retry.max(1)
                        .filter(SafeRetry::isConnectionLost)
                        .doBeforeRetry(_ -> ServerWebExchangeUtils.reset(exchange))
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()));
    }

    private static boolean isConnectionLost(Throwable error) {
        return error instanceof IOException || error instanceof AbortedException;
    }
}
