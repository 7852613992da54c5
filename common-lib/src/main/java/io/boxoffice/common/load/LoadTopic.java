package io.boxoffice.common.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boxoffice.common.Ids;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Where the load is told, and how: CloudEvents in binary mode, headers and all written here, since the gateway sends them too. */
final class LoadTopic {
    static final String NAME = "boxoffice.load";
    private static final String TYPE = "io.boxoffice.LoadReported.v1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final ProducerFactory<?, ?> settings;

    LoadTopic(ProducerFactory<?, ?> settings) {
        this.settings = settings;
    }

    /** A producer that keeps next to nothing and gives up soon: a report that is seconds old says nothing any more. */
    KafkaProducer<String, byte[]> open() {
        var all = new HashMap<>(settings.getConfigurationProperties());
        all.put(ProducerConfig.ACKS_CONFIG, "1");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 4 * 1024);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64 * 1024);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2_500);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    ProducerRecord<String, byte[]> message(LoadReported load) {
        var key = load.service() + "-" + load.instance();
        var message = new ProducerRecord<>(NAME, key, JSON.writeValueAsBytes(load));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", Ids.next().toString());
        header(message, "ce_source", "/boxoffice/" + load.service());
        header(message, "ce_type", TYPE);
        header(message, "ce_subject", key);
        header(message, "ce_time", load.occurredAt().toString());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
