package io.boxoffice.fraud.counter;

import io.boxoffice.common.test.TestServers;
import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Counters of a test's own. */
public final class TestCounters {
    private TestCounters() {}

    static Counters onRedis(Clock clock) {
        var address = TestServers.redis();
        return new Counters(redis(address.host(), address.port()), clock);
    }

    /** Counters that nobody can read. */
    public static Counters away(Clock clock) {
        return new Counters(redis("localhost", TestServers.freePort()), clock);
    }

    private static StringRedisTemplate redis(String host, int port) {
        var factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(host, port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofSeconds(5))
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return new StringRedisTemplate(factory);
    }
}
