package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.demo.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The event service: found, changed, called off. */
@ExtendWith(FleetExtension.class)
class CatalogueIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aChangeIsSeenByEverybodyThroughAllCaches(TestFleet fleet) throws Exception {
        String artist = "Ensemble " + word();
        UUID event = Shows.onSale(fleet, "Overture", 20, Map.of("artist", artist));
        BoxofficeClient anybody = fleet.client(fleet.newFan());
        await().atMost(PATIENCE).until(() -> found(anybody, artist), List.of("Overture")::equals);
        assertThat(detail(anybody, event).path("name").asString()).isEqualTo("Overture");

        Answer changed = patch(fleet.client(fleet.organizer(1)), event, Map.of("name", "Finale"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);

        await().atMost(PATIENCE).until(() -> found(anybody, artist), List.of("Finale")::equals);
        await().atMost(PATIENCE).until(() -> detail(anybody, event).path("name").asString(), "Finale"::equals);
        assertProblem(patch(fleet.client(fleet.organizer(2)), event, Map.of("name", "Mine")), 403, "forbidden");
        Answer late = patch(fleet.client(fleet.organizer(1)), event, Map.of("currency", "USD"));
        assertProblem(late, 422, "not-editable");
    }

    @Test
    void aLongListComesInPagesEachEventOnce(TestFleet fleet) throws Exception {
        BoxofficeClient organizer = fleet.client(fleet.organizer(7));
        String artist = "Many " + word();
        String venue = created(organizer, "/api/v1/venues", Stage.venueBody("Pages", 5))
                .path("venue_id")
                .asString();
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            Map<String, Object> body = Stage.eventBody("Page " + i, venue, 5, Instant.now());
            body.put("artist", artist);
            drafts.add(
                    created(organizer, "/api/v1/events", body).path("event_id").asString());
        }

        String path = "/api/v1/events?mine=true&artist=" + artist.replace(" ", "%20");
        JsonNode first = organizer.send(Call.get("own", path)).json();
        JsonNode second = organizer
                .send(Call.get(
                        "own", path + "&cursor=" + first.path("next_cursor").asString()))
                .json();
        assertThat(first.path("items").size()).isEqualTo(20);
        assertThat(second.path("next_cursor").isNull()
                        || second.path("next_cursor").isMissingNode())
                .isTrue();
        assertThat(Stream.of(first, second).flatMap(page -> page.path("items").valueStream()))
                .extracting(event -> event.path("event_id").asString())
                .containsExactlyInAnyOrderElementsOf(drafts);
    }

    @Test
    void aCancelledEventGivesAllMoneyBackAndTellsEveryBuyer(TestFleet fleet) throws Exception {
        UUID event = Shows.onSale(fleet, "Rained off", 20, Map.of());
        TestFan fan = TestFan.admitted(fleet, event);
        Order order = fan.buys(2);

        call(fleet, event, "cancel", Map.of("reason", "Rain"));

        await().atMost(PATIENCE)
                .until(() -> fan.client().order(order.orderId()).value().status(), "REFUNDED"::equals);
        assertThat(detail(fan.client(), event).path("status").asString()).isEqualTo("CANCELLED");
        JsonNode mail = Mails.of(fleet, fan.person()).because("event-cancelled:" + order.orderId());
        assertThat(mail.path("Text").asString()).contains("Rained off", "Rain");
        assertThat(fan.client().tickets(event).value().items())
                .allMatch(ticket -> ticket.status().equals("REVOKED"));
    }

    @Test
    void thereIsNothingToHoldWhileAnEventIsPostponed(TestFleet fleet) throws Exception {
        UUID event = Shows.onSale(fleet, "Some day", 20, Map.of());
        TestFan fan = TestFan.admitted(fleet, event);

        call(fleet, event, "postpone", Map.of());

        var wish = Map.of("best_available", Map.of("quantity", 1));
        Answer refused = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> tries(fan, wish), answer -> !answer.ok());
        assertProblem(refused, 409, "sale-not-open");
        await().atMost(PATIENCE)
                .until(() -> detail(fan.client(), event).path("status").asString(), "POSTPONED"::equals);
    }

    /** Holds, and lets go at once where it could. */
    private static Answer tries(TestFan fan, Map<String, ?> wish) throws Exception {
        Answer answer = fan.triesToHold(wish, TestFan.newKey());
        if (answer.ok()) {
            fan.client()
                    .release(
                            fan.event(),
                            UUID.fromString(answer.json().path("hold_id").asString()));
        }
        return answer;
    }

    private static void call(TestFleet fleet, UUID event, String verb, Map<String, ?> body) throws Exception {
        Answer answer = fleet.client(fleet.organizer(1)).send(Call.post(verb, Shows.path(event) + "/" + verb, body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Answer patch(BoxofficeClient organizer, UUID event, Map<String, ?> change) throws Exception {
        return organizer.send(new Call(
                "patch", "PATCH", Shows.path(event), Map.of("Content-Type", "application/json"), Json.write(change)));
    }

    private static JsonNode created(BoxofficeClient organizer, String path, Map<String, ?> body) throws Exception {
        Answer answer = organizer.send(Call.post("create", path, body).with("Idempotency-Key", TestFan.newKey()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode detail(BoxofficeClient client, UUID event) throws Exception {
        return client.anonymously(Call.get("event", Shows.path(event))).json();
    }

    private static List<String> found(BoxofficeClient client, String artist) throws Exception {
        String path = "/api/v1/events?artist=" + artist.replace(" ", "%20");
        return client.anonymously(Call.get("search", path))
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("name").asString())
                .toList();
    }

    private static String word() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
