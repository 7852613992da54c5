package io.boxoffice.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.app.SampleApplication;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.boxoffice.common.test.TestServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

@SpringBootTest(
        classes = {SampleApplication.class, DeadLetterIT.Listening.class},
        properties = {
            "spring.config.import=classpath:boxoffice-defaults.yaml",
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/common"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class})
class DeadLetterIT {
    private static final String TOPIC = "test.letters";
    private static final String DEAD = "test.letters.sample-letters.dlt";

    record Letter(int number) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {
        private final List<Integer> heard = new CopyOnWriteArrayList<>();

        @Bean
        KafkaAdmin.NewTopics letterTopics(Topics topics) {
            return topics.named(TOPIC, DEAD);
        }

        @Bean
        Letters letters(MessageReader reader) {
            return new Letters(reader, heard);
        }
    }

    record Letters(MessageReader reader, List<Integer> heard) {
        @KafkaListener(topics = TOPIC, groupId = "sample-letters")
        void hear(ConsumerRecord<String, byte[]> record) {
            reader.read(record)
                    .ifPresent(message -> heard.add(message.as(Letter.class).number()));
        }
    }

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Letters letters;

    @Test
    void putsWhatCannotBeReadAsideAndGoesOn() {
        send("{\"number\":1}");
        send("{\"number\":\"one\"");
        send("{\"number\":2}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(letters.heard()).containsExactly(1, 2));
        assertThat(deadLetters()).containsExactly("{\"number\":\"one\"");
    }

    private void send(String data) {
        var record = new ProducerRecord<>(TOPIC, "key", data.getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "io.boxoffice.LetterWritten.v1".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        kafka.send(record).join();
    }

    private static List<String> deadLetters() {
        var seen = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestServers.kafka(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(DEAD));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> seen.add(record.value()));
                return !seen.isEmpty();
            });
        }
        return seen;
    }
}
