package io.boxoffice.waitingroom.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.waitingroom.Messages;
import io.boxoffice.waitingroom.event.EventOnSale.PriceTier;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedEventWireTests {

    @Test
    void weReadWhatEventServicePublishes() {
        var message = Messages.read("EventPublished", GoldenFiles.read("event-service", "event-published"));

        assertThat(message.as(PublishedEvent.class).onSale())
                .isEqualTo(new EventOnSale(
                        UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"),
                        1,
                        QueueMode.FIFO,
                        Instant.parse("2027-06-03T10:00:00Z"),
                        null,
                        Instant.parse("2027-06-03T10:00:00Z"),
                        Instant.parse("2027-08-15T19:00:00Z"),
                        EventOnSale.Status.ON,
                        List.of(
                                new PriceTier("Floor", new BigDecimal("500.00")),
                                new PriceTier("Balcony", new BigDecimal("150.00")))));
    }

    @Test
    void weReadItsUpdates() {
        var message = Messages.read("EventUpdated", GoldenFiles.read("event-service", "event-updated"));

        assertThat(message.as(PublishedEvent.class).onSale().version()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event-cancelled", "event-postponed"})
    void weReadItsEnds(String file) {
        var message = Messages.read("EventCancelled", GoldenFiles.read("event-service", file));

        var ended = message.as(EndedEvent.class);
        assertThat(ended.eventId()).isEqualTo(UUID.fromString("0198f3a4-7c00-7000-8000-000000000001"));
        assertThat(ended.aggregateVersion()).isGreaterThan(1);
    }
}
