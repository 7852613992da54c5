package io.boxoffice.gateway.edge;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlowClientConfiguration {

    /** A client that stops sending in the middle of a request does not keep its connection. */
    @Bean
    NettyServerCustomizer requestTimeout(EdgeProperties properties) {
        return server -> server.requestTimeout(properties.slowestRequest());
    }
}
