package io.boxoffice.analytics.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.analytics.Messages;
import io.boxoffice.analytics.Messages.Message;
import io.boxoffice.common.test.GoldenFiles;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedEventWireTests {

    @ParameterizedTest
    @CsvSource({"event-published,1", "event-updated,2"})
    void anEventIsReadAsEventServiceTellsOfIt(String file, long version) {
        var sent = new Message(
                        "t", UUID.randomUUID(), UUID.randomUUID(), "Event", GoldenFiles.read("event-service", file))
                .record();
        var heard = new ConsumerRecord<>("t", 0, 0, sent.key(), sent.value());
        sent.headers().forEach(header -> heard.headers().add(header));

        assertThat(Messages.reader().read(heard).orElseThrow().as(PublishedEvent.class))
                .isEqualTo(new PublishedEvent(
                        UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"),
                        version,
                        UUID.fromString("0198f3a4-7c00-7000-8000-0000000000aa"),
                        "Summer Night",
                        "EUR"));
    }
}
