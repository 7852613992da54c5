package io.boxoffice.gateway.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where the fraud service listens; messages are CloudEvents, in the form all services send. */
@Component
class RiskTopic {

    private static final String SOURCE = "/boxoffice/gateway-service";

    private final ProducerFactory<?, ?> settings;
    private final ObserveProperties properties;
    private final JsonMapper json;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    RiskTopic(ProducerFactory<?, ?> settings, ObserveProperties properties, JsonMapper json) {
        this.settings = settings;
        this.properties = properties;
        this.json = json;
    }

    /** A producer that keeps little and gives up soon. */
    KafkaProducer<String, byte[]> open() {
        var all = new HashMap<>(settings.getConfigurationProperties());
        all.put(ProducerConfig.ACKS_CONFIG, "1");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 1024 * 1024);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        all.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    ProducerRecord<String, byte[]> message(RequestObserved request, @Nullable String traceParent) {
        var message = new ProducerRecord<>(properties.topic(), request.key(), json.writeValueAsBytes(request));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", ids.generate().toString());
        header(message, "ce_source", SOURCE);
        header(message, "ce_type", RequestObserved.TYPE);
        header(message, "ce_subject", request.userId().toString());
        header(message, "ce_time", request.occurredAt().toString());
        header(message, "content-type", "application/json");
        if (traceParent != null) {
            header(message, "traceparent", traceParent);
        }
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
