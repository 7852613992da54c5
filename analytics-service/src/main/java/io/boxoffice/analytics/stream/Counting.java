package io.boxoffice.analytics.stream;

import io.boxoffice.common.messaging.MessageReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.springframework.stereotype.Component;

/**
 * What is counted of which topics: one step, from the messages to running sums in state stores. The sums' changelogs are the
 * result; they are read into PostgreSQL from there. Stores are on disk (RocksDB), since a great sale's identifiers and minutes
 * would crowd the heap, with little memory each.
 */
@Component
class Counting {
    static final String CATALOG = "boxoffice.catalog";
    static final List<String> TOPICS = List.of(
            CATALOG,
            "boxoffice.queue",
            "boxoffice.seats",
            "boxoffice.tickets",
            "boxoffice.orders",
            "boxoffice.resale",
            "boxoffice.risk");

    static final String TOTALS = "totals";
    static final String MINUTES = "minutes";
    static final String SEEN = "seen";
    static final String RESALE_ORDERS = "resale-orders";

    private final MessageReader reader;
    private final MeterRegistry metrics;
    private final Duration remember;

    Counting(MessageReader reader, MeterRegistry metrics, StreamProperties properties) {
        this.reader = reader;
        this.metrics = metrics;
        this.remember = properties.remember();
    }

    Topology topology() {
        var text = Serdes.String();
        return new Topology()
                .addSource(
                        "topics", text.deserializer(), Serdes.ByteArray().deserializer(), TOPICS.toArray(String[]::new))
                .addProcessor("count", () -> new Counter(reader, metrics, remember), "topics")
                // cached: within a commit interval only the last state of a figure is told
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TOTALS), text, text)
                                .withCachingEnabled(),
                        "count")
                .addStateStore(
                        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(MINUTES), text, text)
                                .withCachingEnabled(),
                        "count")
                .addStateStore(
                        Stores.windowStoreBuilder(
                                Stores.persistentWindowStore(SEEN, remember, Duration.ofMillis(1), false),
                                text,
                                Serdes.ByteArray()),
                        "count")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(RESALE_ORDERS), text, Serdes.ByteArray()),
                        "count");
    }

    static String changelog(String applicationId, String store) {
        return applicationId + "-" + store + "-changelog";
    }
}
