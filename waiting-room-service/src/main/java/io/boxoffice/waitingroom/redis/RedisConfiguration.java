package io.boxoffice.waitingroom.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.tracing.LettuceObservationContext;
import io.micrometer.observation.ObservationPredicate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** While Redis is away calls are refused at once instead of piling up, and the line goes on within a second of its return. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LAST = Duration.ofSeconds(1);

    @Bean
    LettuceClientOptionsBuilderCustomizer refuseWhileAway() {
        return options -> options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** Lettuce would wait up to half a minute between attempts. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources -> resources.reconnectDelay(Delay.exponential(FIRST, LAST, 2, TimeUnit.MILLISECONDS));
    }

    /** A command carries the calls of many fans at once: it belongs to no request's trace. */
    @Bean
    ObservationPredicate commandsAreNotTraced() {
        return (_, context) -> !(context instanceof LettuceObservationContext);
    }
}
