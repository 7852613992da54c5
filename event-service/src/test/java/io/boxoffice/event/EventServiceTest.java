package io.boxoffice.event;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The whole service on real servers, inventory's API played by WireMock, and a clock that tests move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "cache.l3=10s"})
@Import({
    PostgresConnection.class,
    KafkaConnection.class,
    IssuerConnection.class,
    EventServiceTest.World.class,
    EventApi.class,
    Wire.class,
    Shows.class
})
public @interface EventServiceTest {

    @TestConfiguration(proxyBeanMethods = false)
    class World {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(Instant.parse("2027-01-01T12:00:00Z"));
        }

        @Bean(initMethod = "start", destroyMethod = "stop")
        WireMockServer inventory() {
            return new WireMockServer(WireMockConfiguration.options().dynamicPort());
        }

        @Bean
        DynamicPropertyRegistrar services(WireMockServer inventory, Environment environment) {
            boolean redisIsAway = "away".equals(environment.getProperty("test.redis"));
            return registry -> {
                registry.add("boxoffice.services.inventory", inventory::baseUrl);
                registry.add(
                        "spring.data.redis.host",
                        () -> redisIsAway ? "127.0.0.1" : TestServers.redis().host());
                registry.add(
                        "spring.data.redis.port",
                        () -> redisIsAway
                                ? TestServers.freePort()
                                : TestServers.redis().port());
            };
        }

        @Bean
        KafkaAdmin.NewTopics heardTopics(io.boxoffice.common.messaging.Topics topics) {
            return topics.named("boxoffice.seats");
        }
    }
}
