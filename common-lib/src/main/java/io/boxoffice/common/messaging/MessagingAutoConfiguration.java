package io.boxoffice.common.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, idempotent consumers and dead letters of every service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
        })
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {

    @Bean
    Topics topics(MessagingProperties properties) {
        return new Topics(properties.partitions());
    }

    @Bean
    MessageReader messageReader(JsonMapper json) {
        return new MessageReader(json);
    }

    @Bean
    Broadcasts broadcasts(ConsumerFactory<String, byte[]> consumers, MessageReader reader, Clock clock) {
        return new Broadcasts(consumers, reader, clock);
    }

    /**
     * A record whose handling fails is repeated: for as long as it takes while something we depend on is away, a dozen times
     * (about a minute and a half) otherwise; then, or at once if it cannot be decoded, it goes to {@code <topic>.<group>.dlt}.
     */
    @Bean
    DefaultErrorHandler kafkaErrorHandler(
            KafkaOperations<String, byte[]> kafka, @Value("${spring.kafka.consumer.group-id}") String group) {
        var deadLetters = new DeadLetterPublishingRecoverer(
                kafka, (record, _) -> new TopicPartition(record.topic() + "." + listening(group) + ".dlt", -1));
        var handler = new DefaultErrorHandler(deadLetters, limited());
        handler.addNotRetryableExceptions(UndecodableMessageException.class);
        handler.setBackOffFunction((record, failure) -> awaitsSomethingAway(failure) ? unlimited() : null);
        return handler;
    }

    /** The failing listener's own group, where it is not the service's. */
    private static String listening(String serviceGroup) {
        var group = KafkaUtils.getConsumerGroupId();
        return group == null ? serviceGroup : group;
    }

    private static BackOff limited() {
        var limited = new ExponentialBackOffWithMaxRetries(12);
        limited.setInitialInterval(200);
        limited.setMultiplier(2);
        limited.setMaxInterval(10_000);
        return limited;
    }

    private static BackOff unlimited() {
        var unlimited = new ExponentialBackOff(200, 2);
        unlimited.setMaxInterval(5_000);
        return unlimited;
    }

    private static boolean awaitsSomethingAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof RestClientException) {
                return true;
            }
        }
        return false;
    }

    /** What needs the service's own database; inventory makes these per shard instead. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(DataSource.class)
    @ConditionalOnProperty("boxoffice.messaging.outbox")
    static class OwnDatabase {

        @Bean
        Outbox outbox(JdbcClient jdbc, JsonMapper json, ObjectProvider<Tracer> tracer) {
            return new Outbox(jdbc, json, tracer.getIfAvailable());
        }

        @Bean
        @ConditionalOnBean(JdbcConnectionDetails.class)
        OutboxDrainer outboxDrainer(
                JdbcConnectionDetails database,
                KafkaTemplate<String, byte[]> kafka,
                @Value("${spring.application.name}") String service,
                MeterRegistry metrics) {
            var unpooled = new DriverManagerDataSource(database.getJdbcUrl());
            unpooled.setUsername(database.getUsername());
            unpooled.setPassword(database.getPassword());
            return new OutboxDrainer(service, unpooled, kafka, URI.create("/boxoffice/" + service), metrics);
        }
    }

    @Bean
    @ConditionalOnSingleCandidate(DataSource.class)
    IdempotentConsumer idempotentConsumer(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new IdempotentConsumer(jdbc, new TransactionTemplate(transactions));
    }
}
