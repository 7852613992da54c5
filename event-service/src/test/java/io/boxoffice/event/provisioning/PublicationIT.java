package io.boxoffice.event.provisioning;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.eventBody;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Wire;
import io.boxoffice.event.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EventServiceTest
class PublicationIT {
    private static final Instant START = Instant.parse("2027-01-01T12:00:00Z");

    @Autowired
    EventApi api;

    @Autowired
    Wire wire;

    @Autowired
    MovableClock clock;

    @Autowired
    WireMockServer inventory;

    private final String organizer = organizer(UUID.randomUUID());
    private UUID eventId;

    @BeforeEach
    void aDraft() {
        eventId = api.draft(organizer);
    }

    @AfterEach
    void everythingAsBefore() {
        clock.advance(Duration.between(clock.instant(), START));
        inventory.resetAll();
    }

    @Test
    void publishingIsToldOnceHoweverOftenItIsAsked() {
        var first = api.publish(eventId, organizer);
        var second = api.publish(eventId, organizer);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).isEqualTo(EVENTS + "/" + eventId);
        assertThat(first.body().at("/provisioning/state").asString()).isEqualTo("RUNNING");
        assertThat(second.status()).isEqualTo(202);
        provisioned(10);
        api.publish(eventId, organizer);
        assertThat(published(1)).hasSize(1);
        assertThat(mine().at("/provisioning/state").asString()).isEqualTo("DONE");
    }

    @Test
    void whatIsToldIsWhatTheGoldenFileSaysAndWhatTheInternalApiAnswers() {
        var everything = eventBody(api.venue(organizer))
                .put("category", "Concert")
                .put("artist", "Ana")
                .put("doors_open", "2027-08-15T17:30:00Z");
        eventId = api.post(EVENTS, organizer, everything.toString()).id("event_id");
        api.publish(eventId, organizer);

        var told = published(1).getFirst();
        assertThat(WireJson.shapeOf(told)).isEqualTo(WireJson.shapeOf(WireJson.golden("event-published")));
        var internal = api.get("/internal/events/" + eventId, TestIssuer.internalToken());
        assertThat(internal.body()).isEqualTo(told);
        assertThat(api.get("/internal/events/" + eventId, organizer).status()).isEqualTo(403);
    }

    @Test
    void theInternalApiKnowsNoDrafts() {
        assertThat(api.get("/internal/events/" + eventId, TestIssuer.internalToken())
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void anEventIsSeenByAllOnceItsSeatsAreThere() {
        api.publish(eventId, organizer);
        assertThat(api.get(EVENTS + "/" + eventId, null).status()).isEqualTo(404);

        provisioned(10);

        await().until(() -> api.get(EVENTS + "/" + eventId, null).status() == 200);
        var seen = api.get(EVENTS + "/" + eventId, null).body();
        assertThat(seen.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(seen.at("/provisioning/seats").asInt()).isEqualTo(10);
    }

    @Test
    void theStatusFollowsTheClock() {
        api.publish(eventId, organizer);
        provisioned(10);

        clock.advance(Duration.between(START, Instant.parse("2027-06-03T10:00:00Z")));
        assertThat(status()).isEqualTo("ON_SALE");
        clock.advance(Duration.between(clock.instant(), Instant.parse("2027-08-15T19:00:00Z")));
        assertThat(status()).isEqualTo("ENDED");
    }

    @Test
    void aSaleSellsOutAndReopensAndOldNewsChangesNothing() {
        api.publish(eventId, organizer);
        provisioned(10);
        clock.advance(Duration.between(START, Instant.parse("2027-06-03T10:00:00Z")));

        wire.tell(eventId, "SaleSoldOut", saleState("2027-06-03T10:00:05Z"));
        await().until(() -> status().equals("SOLD_OUT"));
        wire.tell(eventId, "SaleReopened", saleState("2027-06-03T10:00:09Z"));
        await().until(() -> status().equals("ON_SALE"));
        wire.tell(eventId, "SaleSoldOut", saleState("2027-06-03T10:00:07Z"));
        wire.tell(eventId, "SaleSoldOut", saleState("2027-06-03T10:00:08Z"));
        wire.awaitHeard(eventId);
        assertThat(status()).isEqualTo("ON_SALE");
    }

    @Test
    void seatsThatCouldNotBeMadeAreTriedAgainByPublishingAgain() {
        api.publish(eventId, organizer);
        wire.tell(
                eventId, "SeatsProvisioningFailed", "{\"event_id\":\"%s\",\"reason\":\"no shard\"}".formatted(eventId));
        await().until(() -> mine().at("/provisioning/state").asString().equals("FAILED"));
        assertThat(mine().at("/provisioning/reason").asString()).isEqualTo("no shard");

        api.publish(eventId, organizer);

        assertThat(published(2).getLast().path("aggregate_version").asLong()).isEqualTo(2);
        assertThat(mine().at("/provisioning/state").asString()).isEqualTo("RUNNING");
        provisioned(10);
        wire.tell(eventId, "SeatsProvisioningFailed", "{\"event_id\":\"%s\",\"reason\":\"late\"}".formatted(eventId));
        wire.awaitHeard(eventId);
        assertThat(mine().at("/provisioning/state").asString()).isEqualTo("DONE");
    }

    @Test
    void whatIsLeftIsAskedForSeldomAndKeptWhileInventoryIsAway() {
        api.publish(eventId, organizer);
        provisioned(10);
        wire.await(eventId, "SalePhaseChanged", 1);
        assertThat(mine().at("/pricing_tiers/0/available").isNull()).isTrue();

        inventoryHas(7);
        clock.advance(Duration.ofSeconds(1));
        assertThat(left()).isEqualTo(7);
        inventoryHas(3);
        assertThat(left()).isEqualTo(7);
        clock.advance(Duration.ofSeconds(10));
        assertThat(left()).isEqualTo(7);
        clock.advance(Duration.ofMinutes(5));
        assertThat(left()).isEqualTo(3);
        inventory.stubFor(get(urlPathEqualTo(countsPath())).willReturn(serverError()));
        clock.advance(Duration.ofMinutes(5));
        assertThat(left()).isEqualTo(3);
    }

    private void inventoryHas(int left) {
        inventory.stubFor(get(urlPathEqualTo(countsPath())).willReturn(okJson("""
                        {"event_id":"%s","version":4,"sections":[
                          {"section":"Floor","available":%d,"reserved":0,"purchased":1,"not_for_sale":0},
                          {"section":"Balcony","available":2,"reserved":0,"purchased":0,"not_for_sale":0}]}
                        """.formatted(eventId, left))));
    }

    private String countsPath() {
        return "/internal/events/" + eventId + "/availability-counts";
    }

    private int left() {
        return mine().at("/pricing_tiers/0/available").asInt(-1);
    }

    private String saleState(String occurredAt) {
        return "{\"event_id\":\"%s\",\"occurred_at\":\"%s\"}".formatted(eventId, occurredAt);
    }

    private void provisioned(int seats) {
        wire.tell(
                eventId,
                "SeatsProvisioned",
                "{\"event_id\":\"%s\",\"occurred_at\":\"2027-01-01T12:00:01Z\",\"shard\":\"shard-1\",\"seats\":%d}"
                        .formatted(eventId, seats));
        await().until(() -> mine().at("/provisioning/state").asString().equals("DONE"));
    }

    private JsonNode mine() {
        return api.get(EVENTS + "/" + eventId, organizer).body();
    }

    private String status() {
        return mine().path("status").asString();
    }

    private java.util.List<JsonNode> published(int atLeast) {
        return wire.awaitPublished(eventId, atLeast);
    }
}
