package io.boxoffice.event.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.TestServers;
import io.boxoffice.common.test.TestServers.Address;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class LayeredCacheIT {
    private static final Duration L3 = Duration.ofSeconds(10);
    private static final Duration L2_SALE = Duration.ofSeconds(30);
    private static final Duration L2 = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-01T12:00:00Z"));
    private final List<Instance> instances = new ArrayList<>();
    private final Key key = Key.of("test:" + UUID.randomUUID());
    private final AtomicInteger asked = new AtomicInteger();
    private final Instance one = new Instance(TestServers.redis());

    /** One instance of the service: its memory, and its connections to Redis. */
    private final class Instance {
        private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        private final LettuceConnectionFactory redis;
        private final SharedLayer shared;
        private final Caches caches;
        private final ChangeListener listener;
        private final LayeredCache<String> cache;

        private Instance(Address address) {
            redis = new LettuceConnectionFactory(address.host(), address.port());
            redis.afterPropertiesSet();
            redis.start();
            shared = new SharedLayer(new StringRedisTemplate(redis));
            caches = new Caches(shared, new JsonMapper(), new CacheProperties(L3, L2_SALE, L2), clock, metrics);
            listener = new ChangeListener(redis, caches);
            cache = caches.cache(
                    100,
                    new TypeReference<>() {},
                    text -> text.startsWith("sale") ? Sharing.DURING_SALE : Sharing.LONG);
            instances.add(this);
        }

        private String get(String text) {
            return cache.get(key, says(text));
        }

        private double count(String layer, String result) {
            return metrics.get("boxoffice.cache.requests")
                    .tag("layer", layer)
                    .tag("result", result)
                    .counter()
                    .count();
        }
    }

    private Supplier<String> says(String text) {
        return () -> {
            asked.incrementAndGet();
            return text;
        };
    }

    private static Supplier<String> isAway() {
        return () -> {
            throw new IllegalStateException("away");
        };
    }

    @AfterEach
    void stop() {
        instances.forEach(instance -> {
            instance.listener.stop();
            instance.redis.destroy();
        });
    }

    @Test
    void whatOneInstanceLoadedTheOtherFindsInRedis() {
        var other = new Instance(TestServers.redis());

        assertThat(one.get("first")).isEqualTo("first");
        assertThat(other.get("second")).isEqualTo("first");
        assertThat(one.get("third")).isEqualTo("first");

        assertThat(asked).hasValue(1);
        assertThat(one.count("l2", "miss")).isOne();
        assertThat(one.count("l3", "miss")).isOne();
        assertThat(one.count("l3", "hit")).isOne();
        assertThat(other.count("l2", "hit")).isOne();
    }

    @Test
    void aChangeIsHeardByEveryInstance() {
        var other = new Instance(TestServers.redis());
        one.listener.listen();
        other.listener.listen();
        one.get("old");
        other.get("old");

        one.caches.changed(key);

        assertThat(one.get("new")).isEqualTo("new");
        await().until(() -> other.get("new").equals("new"));
    }

    @Test
    void whatWasLoadedBeforeAChangeIsNotBelievedAfterIt() {
        one.cache.get(key, () -> {
            one.caches.changed(key);
            return "old";
        });

        assertThat(one.get("new")).isEqualTo("new");
        assertThat(new Instance(TestServers.redis()).get("newer")).isEqualTo("new");
    }

    @Test
    void memoryAndRedisHaveTheirTimes() {
        one.get("sale 1");
        clock.advance(L3);
        assertThat(one.get("sale 2")).isEqualTo("sale 1");
        clock.advance(L2_SALE);
        assertThat(one.get("calm 3")).isEqualTo("calm 3");
        clock.advance(L2_SALE.plus(L3));
        assertThat(one.get("calm 4")).isEqualTo("calm 3");
        clock.advance(L2);
        assertThat(one.get("calm 5")).isEqualTo("calm 5");
    }

    @Test
    void manyWhoMissAtOnceAskOnce() throws Exception {
        var inside = new CountDownLatch(1);
        Supplier<String> slow = () -> {
            asked.incrementAndGet();
            awaitThat(inside);
            return "value";
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = Stream.generate(() -> threads.submit(() -> one.cache.get(key, slow)))
                    .limit(50)
                    .toList();
            await().until(() -> asked.get() == 1);
            inside.countDown();
            for (var reader : readers) {
                assertThat(reader.get()).isEqualTo("value");
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatIsInUseIsFetchedAheadOfTime() {
        one.get("sale 1");
        clock.advance(L2_SALE.minus(Duration.ofSeconds(11)));
        assertThat(one.get("sale 2")).isEqualTo("sale 1");
        clock.advance(Duration.ofSeconds(9));

        assertThat(one.get("sale 3")).isEqualTo("sale 1");

        await().until(() -> one.get("sale 4").equals("sale 3"));
    }

    @Test
    void whatIsKnownIsToldWhileTheSourceIsAway() {
        one.get("known");
        one.caches.changed(key);

        assertThat(one.cache.get(key, isAway())).isEqualTo("known");
        assertThat(one.cache.get(key, isAway())).isEqualTo("known");
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.get("new")).isEqualTo("new");
    }

    @Test
    void whatIsKnownIsToldWhileTheSourceIsSlow() {
        var answers = new CountDownLatch(1);
        one.get("known");
        one.caches.changed(key);

        assertThat(one.cache.get(key, () -> {
                    awaitThat(answers);
                    return "new";
                }))
                .isEqualTo("known");
        answers.countDown();
        await().until(() -> one.get("newer").equals("new"));
    }

    @Test
    void changesAreHeardAgainAfterABreak() throws IOException {
        int port = TestServers.freePort();
        var server = redisAt(port);
        var first = new Instance(new Address("127.0.0.1", port));
        var second = new Instance(new Address("127.0.0.1", port));
        try {
            second.listener.listen();
            second.get("old");
            server.stop();
            server = redisAt(port);

            await().until(() -> second.get("after the break").equals("after the break"));
            await().until(() -> {
                first.caches.changed(key);
                return second.get("new").equals("new");
            });
        } finally {
            server.stop();
        }
    }

    private static RedisServer redisAt(int port) throws IOException {
        var server = RedisServer.builder()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return server;
    }

    private static void awaitThat(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureIsRememberedForAMoment() {
        assertThatThrownBy(() -> one.cache.get(key, isAway())).isInstanceOf(IllegalStateException.class);

        assertThatThrownBy(() -> one.get("new")).isInstanceOf(IllegalStateException.class);
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.get("new")).isEqualTo("new");
    }

    @Test
    void withoutRedisMemoryAndTheSourceGoOn() {
        var alone = new Instance(new Address("127.0.0.1", TestServers.freePort()));
        alone.listener.listen();

        assertThat(alone.get("first")).isEqualTo("first");
        assertThat(alone.get("second")).isEqualTo("first");
        alone.caches.changed(key);
        assertThat(alone.get("third")).isEqualTo("third");
        alone.shared.tellTheRest();
    }

    @Test
    void garbageInRedisIsNotThere() {
        var redis = new StringRedisTemplate(one.redis);
        for (var garbage : new String[] {"", "x", "\n", "2030-01-01T00:00:00Z\n{", "2030-01-01T00:00:00Z\n[1]"}) {
            redis.opsForValue().set(key.valueKey(0), garbage);
            clock.advance(L2);

            assertThat(one.get("value")).isEqualTo("value");
        }
    }
}
