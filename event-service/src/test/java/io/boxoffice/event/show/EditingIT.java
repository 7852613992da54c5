package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.eventBody;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Shows;
import io.boxoffice.event.Wire;
import io.boxoffice.event.WireJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@EventServiceTest
class EditingIT {
    private static final Instant START = Instant.parse("2027-01-01T12:00:00Z");

    @Autowired
    EventApi api;

    @Autowired
    Shows shows;

    @Autowired
    Wire wire;

    @Autowired
    MovableClock clock;

    private final String organizer = organizer(UUID.randomUUID());

    @AfterEach
    void theClockAsBefore() {
        clock.advance(Duration.between(clock.instant(), START));
    }

    @Test
    void aDraftChangesInEverythingAndIsToldToNobody() {
        var eventId = api.draft(organizer);
        var other = api.venue(organizer);
        var patch = "{\"venue_id\":\"%s\",\"date\":\"2027-09-01T19:00:00Z\",\"currency\":\"USD\",\"hot\":true,"
                + "\"fees\":{\"per_order\":3},\"waiting_room\":{\"mode\":\"OFF\"},\"artist\":\"Ana\"}";

        var answer = api.patch(eventId, organizer, patch.formatted(other));

        assertThat(answer.status()).isEqualTo(200);
        var found = api.get(EVENTS + "/" + eventId, organizer).body();
        assertThat(found).isEqualTo(answer.body());
        assertThat(found.path("venue_id").asString()).isEqualTo(other.toString());
        assertThat(found.path("currency").asString()).isEqualTo("USD");
        assertThat(found.at("/fees/per_order").decimalValue()).isEqualByComparingTo("3");
        assertThat(found.path("name").asString()).isEqualTo("Summer Night");
        wire.awaitTold();
        assertThat(wire.told(eventId, "EventUpdated")).isEmpty();
    }

    @Test
    void onlyWhatIsNamedChangesAndNullTakesAway() {
        var body = eventBody(api.venue(organizer)).put("artist", "Ana").put("ticket_limit", 9);
        body.putObject("fees").put("per_order", 2).put("tax_percent", 19);
        var eventId = api.post(EVENTS, organizer, body.toString()).id("event_id");

        api.patch(eventId, organizer, "{\"artist\":null,\"ticket_limit\":null,\"fees\":{\"per_order\":null}}");

        var found = api.get(EVENTS + "/" + eventId, organizer).body();
        assertThat(found.path("artist").isNull()).isTrue();
        assertThat(found.path("ticket_limit").asInt()).isEqualTo(4);
        assertThat(found.at("/fees/per_order").decimalValue()).isEqualByComparingTo("0");
        assertThat(found.at("/fees/tax_percent").decimalValue()).isEqualByComparingTo("19");
    }

    @Test
    void aPublishedEventChangesInWhatNobodyReliedOnAndTellsIt() {
        var eventId = shows.published(
                organizer,
                api.venue(organizer),
                body -> body.put("category", "Concert").put("artist", "Ana").put("doors_open", "2027-08-15T17:30:00Z"));

        var answer = api.patch(eventId, organizer, """
                {"name":"Winter Night","description":"Colder","ticket_limit":2,"transfers":false,"paper_tickets":false,
                 "doors_open":"2027-08-15T18:00:00Z","images":["https://example.test/a.png"],
                 "resale_policy":{"enabled":true},"sale_dates":{"general":"2027-06-04T10:00:00Z"},
                 "pricing_tiers":[{"section":"Floor","price":490},{"section":"Balcony","price":150}]}
                """);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        var told = wire.await(eventId, "EventUpdated", 1).getLast();
        assertThat(WireJson.shapeOf(told)).isEqualTo(WireJson.shapeOf(WireJson.golden("event-updated")));
        assertThat(told.path("name").asString()).isEqualTo("Winter Night");
        assertThat(told.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(told.at("/pricing_tiers/0/price").decimalValue()).isEqualByComparingTo("490");
        assertThat(told.at("/resale_policy/enabled").asBoolean()).isTrue();
        assertThat(told.path("aggregate_version").asLong()).isGreaterThan(1);
        assertThat(api.get("/internal/events/" + eventId, TestIssuer.internalToken())
                        .body()
                        .path("name")
                        .asString())
                .isEqualTo("Winter Night");
        assertThat(api.get(EVENTS + "/" + eventId, null).body().path("name").asString())
                .isEqualTo("Winter Night");
    }

    @Test
    void whatChangesNothingTellsNothing() {
        var eventId = shows.published(organizer);

        assertThat(api.patch(eventId, organizer, "{}").status()).isEqualTo(200);
        assertThat(api.patch(eventId, organizer, "{\"name\":\"Summer Night\",\"currency\":\"EUR\"}")
                        .status())
                .isEqualTo(200);

        wire.awaitTold();
        assertThat(wire.told(eventId, "EventUpdated")).isEmpty();
    }

    @Test
    void aPublishedEventKeepsTheRest() {
        var eventId = shows.published(organizer);
        var other = api.venue(organizer);
        var patch = "{\"venue_id\":\"%s\",\"date\":\"2027-09-01T19:00:00Z\",\"currency\":\"USD\",\"hot\":true,"
                + "\"fees\":{\"per_order\":3},\"waiting_room\":{\"mode\":\"OFF\"},\"artist\":\"Ana\"}";

        var answer = api.patch(eventId, organizer, patch.formatted(other));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("not-editable");
        assertThat(answer.body().path("fields").valueStream().map(field -> field.asString()))
                .containsExactlyInAnyOrder("venue_id", "date", "currency", "hot", "fees", "waiting_room");
        assertThat(api.get(EVENTS + "/" + eventId, organizer)
                        .body()
                        .path("artist")
                        .isNull())
                .isTrue();
    }

    @Test
    void theStartOfASaleIsFixedOnceItHasBegun() {
        var eventId = shows.published(organizer);
        clock.advance(Duration.between(START, Instant.parse("2027-06-03T10:00:00Z")));

        var answer = api.patch(eventId, organizer, "{\"sale_dates\":{\"general\":\"2027-06-05T10:00:00Z\"}}");

        assertThat(answer.body().path("fields").toString()).isEqualTo("[\"sale_dates\"]");
    }

    @Test
    void aDraftMayGetALobbyAndAPresaleLater() {
        var eventId = api.draft(organizer);

        var answer = api.patch(
                eventId,
                organizer,
                "{\"waiting_room\":{\"mode\":\"LOBBY\"},\"sale_dates\":{\"presale\":\"2027-06-01T10:00:00Z\"}}");

        assertThat(answer.body().at("/waiting_room/lobby_minutes").asInt()).isEqualTo(30);
        assertThat(answer.body().at("/sale_dates/presale").asString()).isEqualTo("2027-06-01T10:00:00Z");
        var without = api.patch(eventId, organizer, "{\"sale_dates\":{\"presale\":null}}");
        assertThat(without.body().at("/sale_dates/presale").isNull()).isTrue();
        assertThat(without.body().at("/sale_dates/general").asString()).isEqualTo("2027-06-03T10:00:00Z");
    }

    @Test
    void aPresaleMayBeAddedUntilItsFirstPhaseBegins() {
        var eventId = shows.published(organizer);

        assertThat(api.patch(eventId, organizer, "{\"sale_dates\":{\"presale\":\"2027-06-01T10:00:00Z\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(wire.await(eventId, "EventUpdated", 1)
                        .getLast()
                        .at("/sale_dates/presale")
                        .asString())
                .isEqualTo("2027-06-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2027-06-02T10:00:00Z, LOBBY", "2027-06-01T10:00:00Z, FIFO"})
    void fansWhoHaveComeFindThingsAsTheyWereAnnounced(String firstFans, String mode) {
        var eventId = shows.published(organizer, api.venue(organizer), body -> {
            body.putObject("waiting_room").put("mode", mode).put("lobby_minutes", 24 * 60);
            if (mode.equals("FIFO")) {
                body.putObject("sale_dates").put("presale", firstFans).put("general", "2027-06-03T10:00:00Z");
            }
        });
        clock.advance(Duration.between(START, Instant.parse(firstFans)));

        for (var patch : List.of(
                "{\"sale_dates\":{\"general\":\"2027-06-03T09:00:00Z\"}}",
                "{\"sale_dates\":{\"general\":\"2027-06-04T10:00:00Z\"}}",
                "{\"sale_dates\":{\"presale\":\"2027-06-02T20:00:00Z\"}}")) {
            var answer = api.patch(eventId, organizer, patch);
            assertThat(answer.code()).as(patch).isEqualTo("not-editable");
            assertThat(answer.body().path("fields").toString()).isEqualTo("[\"sale_dates\"]");
        }
        assertThat(api.patch(
                                eventId,
                                organizer,
                                "{\"waiting_room\":{\"mode\":\"OFF\"},\"sale_dates\":{\"presale\":null}}")
                        .code())
                .isEqualTo("not-editable");
        assertThat(api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null}                      | /name",
                "{\"colour\":null}                    | /colour",
                "{\"fees\":{\"tip\":null}}            | /fees/tip",
                "{\"ticket_limit\":\"4\"}             | /ticket_limit",
                "{\"hot\":1}                          | /hot",
                "{\"date\":1786820400}                | /date",
                "{\"doors_open\":\"2028-01-01T00:00:00Z\"} | /doors_open",
                "{\"pricing_tiers\":[]}               | /pricing_tiers",
                "{\"pricing_tiers\":[{\"section\":\"Floor\",\"price\":1}]} | /pricing_tiers",
                "{\"pricing_tiers\":[{\"section\":\"Roof\",\"price\":1}]} | /pricing_tiers/0/section",
                "{\"images\":[\"x\"]}                 | /images/0",
                "{\"fees\":3}                         | /fees"
            })
    void aBrokenPatchIsToldWhereItIsBroken(String patch, String pointer) {
        var eventId = api.draft(organizer);

        var answer = api.patch(eventId, organizer, patch);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.pointers()).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[]|400", "null|400", "{|400", "\"x\"|400"})
    void whatIsNoPatchIsRefused(String body, int status) {
        assertThat(api.patch(api.draft(organizer), organizer, body).status()).isEqualTo(status);
    }

    @Test
    void bothKindsOfJsonAreTakenAndNothingElse() {
        var eventId = api.draft(organizer);
        for (var type : List.of("application/merge-patch+json", "application/json")) {
            assertThat(patch(eventId, type)).isEqualTo(200);
        }
        assertThat(patch(eventId, "application/json-patch+json")).isEqualTo(415);
        assertThat(patch(eventId, "text/plain")).isEqualTo(415);
    }

    private int patch(UUID eventId, String type) {
        return api.send(
                        HttpMethod.PATCH,
                        EVENTS + "/" + eventId,
                        organizer,
                        Map.of("Content-Type", type),
                        "{\"name\":\"Other\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .status();
    }

    @Test
    void anEventIsItsOrganizersToChange() {
        var stranger = organizer(UUID.randomUUID());
        var draft = api.draft(organizer);
        var published = shows.published(organizer);

        assertThat(api.patch(draft, stranger, "{}").status()).isEqualTo(404);
        assertThat(api.patch(published, stranger, "{}").code()).isEqualTo("forbidden");
        assertThat(api.cancel(published, stranger, null).code()).isEqualTo("forbidden");
        assertThat(api.postpone(draft, stranger, null).status()).isEqualTo(404);
        assertThat(api.patch(UUID.randomUUID(), organizer, "{}").status()).isEqualTo(404);
        assertThat(api.patch(published, TestIssuer.token(UUID.randomUUID(), "FAN"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(api.patch(published, null, "{}").status()).isEqualTo(401);
    }
}
