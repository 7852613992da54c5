package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever changes is told on Kafka, under its event, in its topic. */
@ExtendWith(FleetExtension.class)
class MessagesIT {

    private static final Map<String, List<String>> TOLD = Map.of(
            "boxoffice.catalog", List.of("EventPublished", "SalePhaseChanged"),
            "boxoffice.seats", List.of("SeatsProvisioned", "SeatsHeld", "SeatsReleased", "SeatsPurchased"),
            "boxoffice.tickets", List.of("TicketIssued", "TicketRevoked", "TicketTransferred", "TicketScanned"),
            "boxoffice.orders",
                    List.of("OrderPlaced", "OrderDeclined", "OrderConfirmed", "PaymentCaptured", "OrderRefunded"),
            "boxoffice.resale", List.of("TicketListed", "ListingSold", "PayoutDue"),
            "boxoffice.queue", List.of("EntryJoined", "EntryAdmitted", "SessionEnded"),
            "boxoffice.risk", List.of("RequestObserved"));

    @Test
    void everyChangeOfASaleIsToldInItsTopic(TestFleet fleet, Season season) throws Exception {
        Set<String> told = new HashSet<>();
        try (var topics = new TopicReader(fleet.fleet().status().kafka(), TOLD.keySet())) {
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(() -> {
                        topics.read(season.event())
                                .forEach(message -> told.add(message.topic() + " " + message.type()));
                        assertThat(told).containsAll(wanted());
                    });
        }
    }

    private static List<String> wanted() {
        return TOLD.entrySet().stream()
                .flatMap(topic ->
                        topic.getValue().stream().map(name -> topic.getKey() + " io.boxoffice." + name + ".v1"))
                .toList();
    }
}
