package io.boxoffice.waitingroom.event;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventEndIT extends WaitingRoom {

    private void awaitState(UUID event, String state) {
        await().untilAsserted(() ->
                assertThat(body(client().status(event)).get("state").asString()).isEqualTo(state));
    }

    @ParameterizedTest
    @CsvSource({"EventCancelled,event-cancelled", "EventPostponed,event-postponed"})
    void thoseWaitingAreSentHomeAndNobodyJoins(String name, String reason) {
        var event = eventOnSale();
        var fan = Fan.create();
        var entry = client().joined(event, fan);

        hear("boxoffice.catalog", name, event, "{\"event_id\":\"%s\",\"aggregate_version\":2}".formatted(event));

        awaitState(event, "CLOSED");
        var answer = client().join(event, Fan.create());
        answer.expectStatus().isEqualTo(410);
        assertThat(body(answer).get("code").asString()).isEqualTo("queue-closed");
        await().ignoreExceptions().untilAsserted(() -> {
            var gone = body(client().poll(event, entry.get("queue_token").asString(), fan.secret()));
            assertThat(gone.get("state").asString()).isEqualTo("EXPIRED");
            assertThat(gone.get("reason").asString()).isEqualTo(reason);
        });

        // a new date: the line opens again, also when the old word is heard once more
        var now = Instant.now();
        hear(
                "boxoffice.catalog",
                "EventUpdated",
                event,
                eventJson(event, "FIFO", now.minusSeconds(60), now.plusSeconds(86_400))
                        .replace("\"aggregate_version\":1", "\"aggregate_version\":3,\"status\":\"ON_SALE\""));
        hear("boxoffice.catalog", name, event, "{\"event_id\":\"%s\",\"aggregate_version\":2}".formatted(event));
        awaitState(event, "PAUSED");
        client().join(event, fan).expectStatus().isCreated();
    }

    private void dated(UUID event, int version, Instant date) {
        hear(
                "boxoffice.catalog",
                "EventUpdated",
                event,
                eventJson(event, "FIFO", Instant.now().minusSeconds(60), date)
                        .replace(
                                "\"aggregate_version\":1",
                                "\"aggregate_version\":%d,\"status\":\"ON_SALE\"".formatted(version)));
    }

    @Test
    void whenTheEventBeginsThoseStillWaitingAreSentHomeAndTheLineCloses() {
        var event = eventOnSale();
        var fan = Fan.create();
        var entry = client().joined(event, fan);

        dated(event, 2, Instant.now());

        awaitState(event, "CLOSED");
        await().ignoreExceptions().untilAsserted(() -> {
            var gone = body(client().poll(event, entry.get("queue_token").asString(), fan.secret()));
            assertThat(gone.get("state").asString()).isEqualTo("EXPIRED");
            assertThat(gone.get("reason").asString()).isEqualTo("event-begun");
        });
        var answer = client().join(event, Fan.create());
        answer.expectStatus().isEqualTo(410);
        assertThat(body(answer).get("code").asString()).isEqualTo("queue-closed");

        // it was put off after all, and the old word is heard once more
        dated(event, 3, Instant.now().plusSeconds(86_400));
        awaitState(event, "PAUSED");
        dated(event, 2, Instant.now());
        client().join(event, fan).expectStatus().isCreated();
    }
}
