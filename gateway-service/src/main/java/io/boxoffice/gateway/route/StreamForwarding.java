package io.boxoffice.gateway.route;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Forwards streams on connections of their own: thousands that stay open would leave other requests none, and a silence between two
 * of their events is no fault.
 */
@Component
class StreamForwarding extends NettyRoutingFilter {

    private static final Duration KEPT_FREE = Duration.ofSeconds(5);

    StreamForwarding(
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            HttpClientProperties properties,
            TimeoutProperties timeouts,
            StreamProperties limits) {
        super(client(timeouts, limits), headersFilters, properties);
    }

    private static HttpClient client(TimeoutProperties timeouts, StreamProperties limits) {
        var connections = ConnectionProvider.builder("streams")
                .maxConnections(limits.most())
                .pendingAcquireTimeout(timeouts.connect())
                .maxIdleTime(KEPT_FREE)
                .build();
        return HttpClient.create(connections).disableRetry(true).responseTimeout(timeouts.silence());
    }

    /** Before the usual one, which leaves alone what is forwarded already. */
    @Override
    public int getOrder() {
        return ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Match.of(exchange).endpoint().patience() == Patience.STREAM
                ? super.filter(exchange, chain)
                : chain.filter(exchange);
    }
}
