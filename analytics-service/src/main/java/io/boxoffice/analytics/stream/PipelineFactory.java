package io.boxoffice.analytics.stream;

import io.boxoffice.analytics.event.KnownEvents;
import io.boxoffice.analytics.figure.FigureRows;
import io.boxoffice.analytics.generation.Generation;
import io.boxoffice.common.messaging.MessageReader;
import io.boxoffice.common.messaging.UndecodableMessageException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.LogAndSkipOnInvalidTimestamp;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Makes the parts of a count. */
@Component
class PipelineFactory {
    private final Counting counting;
    private final StreamProperties properties;
    private final KafkaAdmin kafka;
    private final Listeners listeners;
    private final FigureRows figures;
    private final KnownEvents events;
    private final MessageReader reader;
    private final MeterRegistry metrics;

    PipelineFactory(
            Counting counting,
            StreamProperties properties,
            KafkaAdmin kafka,
            Listeners listeners,
            FigureRows figures,
            KnownEvents events,
            MessageReader reader,
            MeterRegistry metrics) {
        this.counting = counting;
        this.properties = properties;
        this.kafka = kafka;
        this.listeners = listeners;
        this.figures = figures;
        this.events = events;
        this.reader = reader;
        this.metrics = metrics;
    }

    Pipeline of(Generation generation) {
        var id = generation.applicationId();
        var changelogs = List.of(Counting.changelog(id, Counting.TOTALS), Counting.changelog(id, Counting.MINUTES));
        return new Pipeline(
                generation,
                new KafkaStreams(counting.topology(), settings(id)),
                List.of(
                        listeners.of(
                                changelogs, writer(id), changes -> figures.write(generation.generation(), changes)),
                        // a new count hears of the events anew too: it repairs whatever was lost of them
                        listeners.of(List.of(Counting.CATALOG), catalog(id), records -> records.forEach(this::learn))));
    }

    /** The group that takes a count's figures into PostgreSQL. */
    static String writer(String applicationId) {
        return applicationId + "-writer";
    }

    /** The group by which a count hears of the events. */
    static String catalog(String applicationId) {
        return applicationId + "-catalog";
    }

    private Properties settings(String applicationId) {
        var settings = new Properties();
        // the addresses and credentials that every client of this service has
        settings.putAll(kafka.getConfigurationProperties());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                properties.commitEvery().toMillis());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 2L << 20);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, properties.stateDir().toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, FrugalRocks.class);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, LogAndSkipOnInvalidTimestamp.class);
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), Listeners.SESSION);
        return settings;
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
        try {
            reader.read(record).ifPresent(events::hear);
        } catch (UndecodableMessageException _) {
            // the count, which hears the same topic, knows no more of it than that it is of the catalogue
            metrics.counter("boxoffice.analytics.messages", "topic", record.topic(), "result", "undecodable")
                    .increment();
        }
    }
}
