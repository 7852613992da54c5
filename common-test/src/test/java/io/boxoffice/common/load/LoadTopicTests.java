package io.boxoffice.common.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import tools.jackson.databind.json.JsonMapper;

class LoadTopicTests {
    private final LoadTopic topic = new LoadTopic(new DefaultKafkaProducerFactory<>(Map.of()));

    @Test
    void whatIsToldLooksLikeTheGoldenFile() {
        var message = topic.message(new LoadReported(
                "inventory", "node-1-4711", 812, 0.012, 0.75, 0.983, 340, Instant.parse("2027-06-03T10:00:01.500Z")));

        var json = JsonMapper.shared();
        assertThat(json.readTree(message.value()))
                .isEqualTo(json.readTree(GoldenFiles.read("common-test", "load-reported")));
        assertThat(message.key()).isEqualTo("inventory-node-1-4711");
    }
}
