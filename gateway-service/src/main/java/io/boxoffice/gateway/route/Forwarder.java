package io.boxoffice.gateway.route;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Sends requests on. Streams have connections of their own: thousands that stay open would leave the others none, and a silence
 * between two of their events is no fault.
 */
@Component
class Forwarder extends NettyRoutingFilter {

    private static final Duration FREE = Duration.ofSeconds(5);

    private final HttpClient streams;

    Forwarder(
            HttpClient usual,
            ObjectProvider<List<HttpHeadersFilter>> headersFilters,
            HttpClientProperties properties,
            TimeoutProperties timeouts,
            StreamProperties limits) {
        super(usual, headersFilters, properties);
        var connections = ConnectionProvider.builder("streams")
                .maxConnections(limits.most())
                .pendingAcquireTimeout(timeouts.connect())
                .maxIdleTime(FREE)
                .build();
        this.streams = HttpClient.create(connections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(timeouts.connect().toMillis()))
                .disableRetry(true)
                .responseTimeout(timeouts.silence());
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        return Match.of(exchange).endpoint().patience() == Patience.STREAM
                ? streams
                : super.getHttpClient(route, exchange);
    }
}
