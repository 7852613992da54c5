package io.boxoffice.gateway.problem;

import java.time.Duration;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** A client that stops sending in the middle of a request does not keep its connection. */
    private static final Duration SLOWEST_CLIENT = Duration.ofSeconds(20);

    @Bean
    NettyServerCustomizer bareAnswers(ProblemJson json) {
        var handler = new BareAnswers(json);
        return server -> server.requestTimeout(SLOWEST_CLIENT)
                .doOnChannelInit((_, channel, _) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, "boxoffice.bareAnswers", handler));
    }
}
