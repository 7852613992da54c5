package io.boxoffice.waitingroom;

import io.boxoffice.common.test.TestServers;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What the service finds around it: Redis, an event-service, and the topics that others make. */
@TestConfiguration(proxyBeanMethods = false)
class TestSurroundings {

    @Bean
    DynamicPropertyRegistrar redisAndEventService() {
        return registry -> {
            registry.add("spring.data.redis.host", () -> TestServers.redis().host());
            registry.add("spring.data.redis.port", () -> TestServers.redis().port());
            registry.add("boxoffice.services.event", EventServiceStub::url);
        };
    }

    @Bean
    KafkaAdmin.NewTopics othersTopics() {
        return new KafkaAdmin.NewTopics(
                TopicBuilder.name("boxoffice.catalog").partitions(1).build(),
                TopicBuilder.name("boxoffice.seats").partitions(1).build(),
                TopicBuilder.name("boxoffice.risk").partitions(1).build());
    }
}
