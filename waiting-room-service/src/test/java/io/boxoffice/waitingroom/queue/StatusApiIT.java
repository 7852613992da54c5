package io.boxoffice.waitingroom.queue;

import static io.boxoffice.waitingroom.QueueClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.waitingroom.QueueClient.Fan;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class StatusApiIT extends WaitingRoom {

    @Test
    void everybodySeesTheLineAndAnEdgeMayKeepItForASecond() {
        var event = eventOnSale();
        client().joined(event, Fan.create());
        client().joined(event, Fan.create());
        letIn(event, 1);

        var answer = client().status(event);

        answer.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "public, max-age=1, stale-while-revalidate=1");
        var status = body(answer);
        // this fleet lets nobody in by itself
        assertThat(status.get("state").asString()).isEqualTo("PAUSED");
        assertThat(status.get("admission_rate_per_minute").asInt()).isZero();
        assertThat(status.get("serving").asLong()).isOne();
        assertThat(status.get("queue_size").asLong()).isOne();
        assertThat(status.get("message").isNull()).isTrue();
        assertThat(status.get("poll_policy").get("far_seconds").asLong()).isEqualTo(30);
        assertThat(status.get("poll_policy").get("near_seconds").asLong()).isOne();
        assertThat(status.get("poll_policy").get("near_positions").asLong()).isEqualTo(600);
        assertThat(status.get("price_tiers").get(0).get("section").asString()).isEqualTo("Floor");
        assertThat(status.get("price_tiers").get(0).get("price").asDecimal()).isEqualByComparingTo("500");
        assertThat(Instant.parse(status.get("opens_at").asString())).isBefore(Instant.now());
    }

    @Test
    void theSaleDatesAreSeenInTheState() {
        var now = Instant.now();
        assertThat(state(event("FIFO", now.plusSeconds(3600), now.plusSeconds(7200))))
                .isEqualTo("NOT_OPEN");
        assertThat(state(event("FIFO", now.minusSeconds(60), now.minusSeconds(1))))
                .isEqualTo("CLOSED");
        assertThat(state(event("OFF", now.minusSeconds(60), now.plusSeconds(60))))
                .isEqualTo("CLOSED");
    }

    @Test
    void whoeverHasTheDocumentIsToldThatItIsTheSame() {
        var event = eventOnSale();
        var tag = client().status(event)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();

        client().http()
                .get()
                .uri("/api/v1/events/{event}/queue", event)
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals("ETag", tag);
    }

    @Test
    void theLobbyIsSeenWithAllWhoWaitInIt() {
        var now = Instant.now();
        var event = event("LOBBY", now.plusSeconds(60), now.plusSeconds(7200));
        client().joined(event, Fan.create());
        client().joined(event, Fan.create());

        var status = body(client().status(event));

        assertThat(status.get("state").asString()).isEqualTo("LOBBY");
        assertThat(status.get("queue_size").asLong()).isEqualTo(2);
        assertThat(status.get("serving").asLong()).isZero();
    }

    @Test
    void anUnknownEventHasNoLine() {
        client().status(UUID.randomUUID())
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("event-not-found");
    }

    @Test
    void theSoldOutLineSaysSoAndOpensAgainWhenSeatsComeBack() {
        var event = eventOnSale();
        var fan = Fan.create();
        var waiting = client().joined(event, fan);

        hear("boxoffice.seats", "SaleSoldOut", event, saleState(event, "2027-01-01T10:00:00.000001Z"));

        Awaitility.await().untilAsserted(() -> assertThat(state(event)).isEqualTo("SOLD_OUT"));
        client().join(event, Fan.create())
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("queue-closed");
        Awaitility.await().ignoreExceptions().untilAsserted(() -> {
            var gone = body(client().poll(event, waiting.get("queue_token").asString(), fan.secret()));
            assertThat(gone.get("state").asString()).isEqualTo("EXPIRED");
            assertThat(gone.get("reason").asString()).isEqualTo("sold-out");
        });

        hear("boxoffice.seats", "SaleReopened", event, saleState(event, "2027-01-01T10:00:00.000002Z"));
        hear("boxoffice.seats", "SaleSoldOut", event, saleState(event, "2027-01-01T10:00:00.000001Z"));

        Awaitility.await().untilAsserted(() -> assertThat(state(event)).isEqualTo("PAUSED"));
        client().join(event, fan).expectStatus().isCreated();
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/v1/events/{event}/queue/draw/seed"})
    void whatIsNotBuiltYetIsNotThere(String method, String path) {
        client().http()
                .method(HttpMethod.valueOf(method))
                .uri(path, eventOnSale())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
    }

    private static String saleState(UUID event, String at) {
        return "{\"event_id\":\"%s\",\"occurred_at\":\"%s\"}".formatted(event, at);
    }

    private String state(UUID event) {
        return body(client().status(event)).get("state").asString();
    }
}
