package io.boxoffice.gateway.edge;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlowClientConfiguration {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    /** The last resort, which closes without an answer: for bodies that nobody reads, as after a refusal. */
    @Bean
    NettyServerCustomizer requestTimeout() {
        return server -> server.requestTimeout(LONGEST_REQUEST);
    }
}
