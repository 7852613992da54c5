package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.OrganizerClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.EventView;
import io.boxoffice.e2e.demo.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events on sale with terms of a test's own: the demo's hall, and a pit to stand in. */
public final class Shows {

    /** Terms of an event whose tickets may be sold on, for what they cost. */
    public static final Map<String, Object> RESALE =
            Map.of("resale_policy", Map.of("enabled", true, "max_price_percent", 100, "payout", "IMMEDIATE"));

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Shows() {}

    /** An event with that many seats and 20 places in the pit. */
    public static UUID onSale(TestFleet fleet, String name, int seats, Map<String, Object> terms) throws Exception {
        OrganizerClient organizer = fleet.organizerClient();
        Answer venue = organizer.createVenue(venue(name, seats), TestFan.newKey());
        assertThat(venue.status()).as(venue.body()).isEqualTo(201);
        Map<String, Object> body = event(name, venue.json().path("venue_id").asString(), seats);
        body.putAll(terms);
        UUID event = organizer.createEvent(body, TestFan.newKey()).value().eventId();
        assertThat(organizer.publish(event).status()).isEqualTo(202);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> organizer.event(event).value(), Shows::isThere);
        return event;
    }

    /** Terms of an event whose presale has begun. */
    public static Map<String, Object> presale() {
        Instant now = Instant.now();
        return Map.of(
                "sale_dates",
                Map.of(
                        "presale",
                        now.minusSeconds(1).toString(),
                        "general",
                        now.plus(Duration.ofHours(1)).toString()));
    }

    /** Terms of an event whose lobby is open, and whose sale opens in a while. */
    public static Map<String, Object> lobby(Duration ahead) {
        return Map.of(
                "sale_dates",
                Map.of("general", Instant.now().plus(ahead).toString()),
                "waiting_room",
                Map.of("mode", "LOBBY", "lobby_minutes", ahead.toMinutes() + 1));
    }

    /** New presale codes. */
    public static List<String> codes(TestFleet fleet, UUID event, int count) throws Exception {
        Call call = Call.post("codes", path(event) + "/presale-codes", Map.of("count", count));
        Answer answer = fleet.client(fleet.organizer(1)).send(call.with("Idempotency-Key", TestFan.newKey()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json()
                .path("codes")
                .valueStream()
                .map(code -> code.asString())
                .toList();
    }

    /** Where an event is. */
    static String path(UUID event) {
        return BoxofficeClient.events(event);
    }

    private static boolean isThere(EventView event) {
        assertThat(event.provisioning() == null ? "" : event.provisioning().state())
                .isNotEqualTo("FAILED");
        return event.provisioning() != null && event.provisioning().state().equals("DONE");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> venue(String name, int seats) {
        Map<String, Object> venue = new HashMap<>(Stage.venueBody(name, seats));
        List<Object> sections = new ArrayList<>((List<Object>) venue.get("sections"));
        sections.add(Map.of("section", "Pit", "kind", "GA", "capacity", 20, "gate", "D"));
        venue.put("sections", sections);
        return venue;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> event(String name, String venue, int seats) {
        Map<String, Object> event =
                new HashMap<>(Stage.eventBody(name, venue, seats, Instant.now().minusSeconds(1)));
        List<Object> tiers = new ArrayList<>((List<Object>) event.get("pricing_tiers"));
        tiers.add(Map.of("section", "Pit", "price", new BigDecimal("30.00")));
        event.put("pricing_tiers", tiers);
        return event;
    }
}
