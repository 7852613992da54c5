package io.boxoffice.common.load;

import io.boxoffice.common.messaging.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Telling the load, in every service; it asks for nothing that only servlets have. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "io.boxoffice.common.messaging.MessagingAutoConfiguration"
        })
@ConditionalOnBean({ProducerFactory.class, MeterRegistry.class})
@ConditionalOnProperty(name = "boxoffice.load.enabled", matchIfMissing = true)
@EnableConfigurationProperties(LoadProperties.class)
public class LoadAutoConfiguration {
    private static final String SUFFIX = "-service";
    /** Nobody asks for what is older. */
    private static final String TEN_MINUTES = "600000";

    /** Every instance hears all of it, and it is little: one partition, gone after minutes. */
    @Bean
    @ConditionalOnBean(Topics.class)
    KafkaAdmin.NewTopics loadTopic() {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(LoadTopic.NAME)
                .partitions(1)
                .config("retention.ms", TEN_MINUTES)
                .config("segment.ms", TEN_MINUTES)
                .build());
    }

    @Bean
    RequestWindow requestWindow() {
        return new RequestWindow();
    }

    @Bean
    LoadReporter loadReporter(
            @Value("${spring.application.name}") String application,
            @Value("${HOSTNAME:localhost}") String host,
            LoadProperties properties,
            ProducerFactory<?, ?> producers,
            RequestWindow requestWindow,
            MeterRegistry metrics,
            InstantSource clock) {
        var service = application.endsWith(SUFFIX)
                ? application.substring(0, application.length() - SUFFIX.length())
                : application;
        var instance = host + "-" + ProcessHandle.current().pid();
        return new LoadReporter(
                service,
                instance,
                properties.every(),
                new LoadTopic(producers),
                requestWindow,
                new Machine(metrics),
                clock);
    }
}
