package io.boxoffice.common.test;

import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Import it and the context speaks to the shared Kafka. */
@TestConfiguration(proxyBeanMethods = false)
public class KafkaConnection {

    @Bean
    KafkaConnectionDetails kafkaConnectionDetails() {
        return () -> List.of(TestServers.kafka().split(","));
    }
}
