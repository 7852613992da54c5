package io.boxoffice.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.gateway.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** Several instances count together. */
class SharedLimitRaceIT {

    private static final Limit TWENTY = new Limit(20, Duration.ofHours(1));
    private static final TestRedis REDIS = new TestRedis();
    private static final List<LettuceConnectionFactory> INSTANCES = new ArrayList<>();

    @BeforeAll
    static void start() {
        REDIS.start();
        for (var i = 0; i < 3; i++) {
            var connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()));
            connections.afterPropertiesSet();
            connections.start();
            INSTANCES.add(connections);
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(LettuceConnectionFactory::destroy);
        REDIS.stop();
    }

    @Test
    void howeverManyInstancesAreAskedAtOnceTheLimitIsNeverExceeded() throws Exception {
        var key = UUID.randomUUID().toString();
        var asked = new ArrayList<Callable<Standing>>();
        for (var i = 0; i < 90; i++) {
            var windows = windows(INSTANCES.get(i % INSTANCES.size()));
            asked.add(() -> windows.take(Scope.ACCOUNT, key, TWENTY).block());
        }

        var standings = new ArrayList<Standing>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(asked)) {
                standings.add(answer.get());
            }
        }

        assertThat(standings.stream().filter(Standing::passes)).hasSize(20);
        assertThat(standings.stream().filter(Standing::passes).map(Standing::remaining))
                .doesNotHaveDuplicates();
        assertThat(standings)
                .allSatisfy(
                        standing -> assertThat(standing.reset()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1)));
    }

    @Test
    void whatIsOldCountsNoLonger() {
        var windows = windows(INSTANCES.getFirst());
        var key = UUID.randomUUID().toString();
        var once = new Limit(1, Duration.ofMillis(500));

        assertThat(windows.take(Scope.ADDRESS, key, once).block().passes()).isTrue();
        await().until(() -> windows.take(Scope.ADDRESS, key, once).block().passes());
    }

    private static SharedWindows windows(LettuceConnectionFactory connections) {
        return new SharedWindows(new ReactiveStringRedisTemplate(connections));
    }
}
