package io.boxoffice.waitingroom;

import io.boxoffice.common.Ids;
import io.boxoffice.common.messaging.Incoming;
import io.boxoffice.common.messaging.MessageReader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Messages as they come from Kafka, read as the service reads them. */
public final class Messages {
    private static final MessageReader READER = new MessageReader(JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    private Messages() {}

    public static Incoming read(String name, String data) {
        var record = new ConsumerRecord<>("topic", 0, 0, "key", data.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", ("io.boxoffice." + name + ".v1").getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", Ids.next().toString().getBytes(StandardCharsets.UTF_8));
        return READER.read(record).orElseThrow();
    }
}
