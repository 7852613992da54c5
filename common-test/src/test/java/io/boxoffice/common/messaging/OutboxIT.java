package io.boxoffice.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class OutboxIT {
    record Sold(UUID eventId, int seatCount) {}

    record SmallerSold(int seatCount) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final String topic = "test." + UUID.randomUUID();
    private final UUID key = UUID.randomUUID();
    private final List<OutboxDrainer> drainers = new ArrayList<>();
    private DriverManagerDataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transactions;
    private Outbox outbox;
    private KafkaTemplate<String, byte[]> kafka;

    @BeforeEach
    void start() {
        var fresh = TestServers.freshDatabase();
        database = new DriverManagerDataSource(fresh.url(), fresh.username(), fresh.password());
        Flyway.configure().dataSource(database).locations("db/common").load().migrate();
        jdbc = JdbcClient.create(database);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        outbox = new Outbox(jdbc, JSON, null);
        kafka = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", TestServers.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer()));
        var admin = new KafkaAdmin(Map.of("bootstrap.servers", TestServers.kafka()));
        admin.createOrModifyTopics(org.springframework.kafka.config.TopicBuilder.name(topic)
                .partitions(1)
                .build());
    }

    @AfterEach
    void stop() {
        drainers.forEach(OutboxDrainer::stop);
        kafka.destroy();
    }

    @Test
    void tellsWhatWasCommittedAndNothingElse() {
        transactions.executeWithoutResult(_ -> append(1));
        transactions.executeWithoutResult(status -> {
            append(2);
            status.setRollbackOnly();
        });
        drainer();
        transactions.executeWithoutResult(_ -> append(3));
        assertThat(heard(2)).extracting(SmallerSold::seatCount).containsExactly(1, 3);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void keepsTheOrderOfOneKeyWithTwoDrainersOfWhichOneDies() {
        var first = drainer();
        drainer();
        for (int i = 0; i < 200; i++) {
            int n = i;
            transactions.executeWithoutResult(_ -> append(n));
            if (i == 100) {
                first.stop();
            }
        }
        var seen = heard(200);
        assertThat(new ArrayList<>(new java.util.LinkedHashSet<>(seen)))
                .extracting(SmallerSold::seatCount)
                .isSorted()
                .hasSize(200);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void givesEachMessageItsEffectOnce() {
        var consumer = new IdempotentConsumer(jdbc, transactions);
        var id = UUID.randomUUID();
        assertThat(consumer.once("a", id, () -> append(1))).isTrue();
        assertThat(consumer.once("a", id, () -> append(1))).isFalse();
        assertThat(consumer.once("b", id, () -> append(1))).isTrue();
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void speaksCloudEventsInBinaryMode() {
        drainer();
        transactions.executeWithoutResult(_ -> append(7));
        var record = records(1).getFirst();
        assertThat(record.key()).isEqualTo(key.toString());
        var headers = new HashSet<String>();
        record.headers().forEach(header -> headers.add(header.key() + "=" + new String(header.value())));
        assertThat(headers)
                .contains("ce_specversion=1.0", "ce_type=io.boxoffice.SeatsSold.v1", "ce_source=/boxoffice/test")
                .contains("ce_subject=" + key, "content-type=application/json");
        assertThat(new String(record.value())).isEqualTo("{\"event_id\":\"" + key + "\",\"seat_count\":7}");
    }

    private void append(int n) {
        outbox.append(topic, key, "SeatsSold", key, new Sold(key, n));
    }

    private long waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    private OutboxDrainer drainer() {
        var drainer =
                new OutboxDrainer("test", database, kafka, URI.create("/boxoffice/test"), new SimpleMeterRegistry());
        drainer.start();
        drainers.add(drainer);
        return drainer;
    }

    private List<SmallerSold> heard(int atLeast) {
        var reader = new MessageReader(JSON);
        return records(atLeast).stream()
                .map(record -> reader.read(record).orElseThrow().as(SmallerSold.class))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(int atLeast) {
        var seen = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", TestServers.kafka(),
                        "group.id", UUID.randomUUID().toString(),
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                return seen.size() >= atLeast;
            });
        }
        return seen;
    }
}
