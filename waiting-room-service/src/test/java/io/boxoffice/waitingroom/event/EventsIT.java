package io.boxoffice.waitingroom.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.EventServiceStub;
import io.boxoffice.waitingroom.QueueClient;
import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventsIT extends WaitingRoom {
    private static final Instant OPENS = Instant.parse("2027-06-03T10:00:00Z");
    private static final Instant BEGINS = Instant.parse("2027-08-15T19:00:00Z");

    @Autowired
    Events events;

    @Autowired
    EventRepository repository;

    @Test
    void aPublishedEventIsHeard() {
        var id = UUID.randomUUID();

        hear("boxoffice.catalog", "EventPublished", id, eventJson(id, "FIFO", OPENS, BEGINS));

        var event = Awaitility.await().until(() -> repository.find(id), found -> found.isPresent());
        assertThat(event.get().opensAt()).isEqualTo(OPENS);
        assertThat(event.get().closesAt()).isEqualTo(BEGINS);
        assertThat(event.get().priceTiers()).hasSize(1);
        assertThat(events.find(id)).isEqualTo(event);
        assertThat(EventServiceStub.asked(id)).isZero();
    }

    @Test
    void anEventNotHeardOfYetIsAskedForOnce() {
        var id = event("FIFO", OPENS, BEGINS);

        assertThat(events.find(id)).isPresent();
        assertThat(events.find(id)).isPresent();

        assertThat(EventServiceStub.asked(id)).isOne();
        assertThat(repository.find(id)).isPresent();
    }

    @Test
    void anOlderVersionIsPassedOver() {
        var id = event("FIFO", OPENS, BEGINS);
        var first = events.find(id).orElseThrow();
        var newer = new EventOnSale(
                id,
                3,
                first.mode(),
                OPENS.plusSeconds(60),
                null,
                OPENS.plusSeconds(60),
                BEGINS,
                first.status(),
                first.priceTiers());

        events.learn(newer);
        events.learn(first);

        assertThat(events.find(id)).contains(newer);
    }

    @Test
    void anOlderPostponementClosesNoLine() {
        var id = event("FIFO", Instant.now().minusSeconds(60), BEGINS);
        var first = events.find(id).orElseThrow();
        var newer = new EventOnSale(
                id,
                3,
                first.mode(),
                first.opensAt(),
                null,
                first.lobbyOpensAt(),
                BEGINS,
                EventOnSale.Status.ON,
                first.priceTiers());
        events.learn(newer);

        events.end(new EndedEvent(id, 2), EventOnSale.Status.POSTPONED);

        assertThat(QueueClient.body(client().status(id)).get("state").asString())
                .isEqualTo("PAUSED");
        client().join(id, Fan.create()).expectStatus().isCreated();
    }

    @Test
    void aPostponementIsSetOnceMoreWhereOnlyTheDatabaseHadIt() {
        var id = event("FIFO", Instant.now().minusSeconds(60), BEGINS);
        assertThat(events.find(id)).isPresent();
        var postponed = new EndedEvent(id, 2);
        repository.end(postponed, EventOnSale.Status.POSTPONED);

        events.end(postponed, EventOnSale.Status.POSTPONED);

        assertThat(scripts.named("queue/status").run(id).word(3)).isEqualTo("event-postponed");
    }

    @Test
    void aMessageThatCannotBeReadDoesNotHoldUpTheNext() {
        var id = UUID.randomUUID();

        hear("boxoffice.catalog", "EventPublished", id, "{\"event_id\":7}");
        hear("boxoffice.catalog", "SalePhaseChanged", id, "{}");
        hear("boxoffice.catalog", "EventPublished", id, eventJson(id, "OFF", OPENS, BEGINS));

        Awaitility.await().until(() -> repository.find(id).isPresent());
    }

    @Test
    void anUpdateMovesTheOpening() {
        var id = event("FIFO", OPENS, BEGINS);
        assertThat(events.find(id)).isPresent();

        hear(
                "boxoffice.catalog",
                "EventUpdated",
                id,
                eventJson(id, "FIFO", OPENS.plusSeconds(3600), BEGINS)
                        .replace("\"aggregate_version\":1", "\"aggregate_version\":2,\"status\":\"PUBLISHED\""));

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(events.find(id).orElseThrow().opensAt()).isEqualTo(OPENS.plusSeconds(3600)));
    }

    @Test
    void anEventThatWasCancelledBeforeWeHeardOfItIsKnownAsCancelled() {
        var id = UUID.randomUUID();
        EventServiceStub.publish(
                id,
                eventJson(id, "FIFO", OPENS, BEGINS)
                        .replace("\"aggregate_version\":1", "\"aggregate_version\":9,\"status\":\"CANCELLED\""));

        assertThat(events.find(id).orElseThrow().status()).isEqualTo(EventOnSale.Status.CANCELLED);
    }
}
