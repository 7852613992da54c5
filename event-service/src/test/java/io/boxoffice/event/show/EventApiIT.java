package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.eventBody;
import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.event.Bodies;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@EventServiceTest
class EventApiIT {
    @Autowired
    EventApi api;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void aDraftHasItsDefaults() {
        var created =
                api.post(EVENTS, organizer, eventBody(api.venue(organizer)).toString());

        var body = created.body();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(EVENTS + "/" + created.id("event_id"));
        assertThat(body.path("status").asString()).isEqualTo("DRAFT");
        assertThat(body.path("ticket_limit").asInt()).isEqualTo(4);
        assertThat(body.at("/fees/per_ticket_percent").decimalValue()).isEqualByComparingTo("0");
        assertThat(body.at("/waiting_room/mode").asString()).isEqualTo("FIFO");
        assertThat(body.path("hot").asBoolean()).isFalse();
        assertThat(body.path("transfers").asBoolean()).isTrue();
        assertThat(body.path("paper_tickets").asBoolean()).isTrue();
        assertThat(body.at("/resale_policy/enabled").asBoolean()).isFalse();
        assertThat(body.path("provisioning").isNull()).isTrue();
        assertThat(body.path("time_zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(body.at("/venue/capacity").asInt()).isEqualTo(10);
        assertThat(body.at("/accessibility/accessible_seats").asInt()).isEqualTo(1);
        assertThat(body.at("/pricing_tiers/0/price").decimalValue()).isEqualByComparingTo("500");
        assertThat(body.at("/pricing_tiers/0/available").asInt(-1)).isZero();
    }

    @Test
    void whatWasSaidIsKept() {
        var body = eventBody(api.venue(organizer));
        body.put("artist", "Ana")
                .put("category", "Concert")
                .put("description", "Two\nlines")
                .put("hot", true);
        body.put("ticket_limit", 6).put("transfers", false).put("doors_open", "2027-08-15T17:30:00Z");
        body.putObject("fees")
                .put("per_ticket_percent", 10)
                .put("per_ticket_fixed", 1.5)
                .put("per_order", 2)
                .put("tax_percent", 19)
                .put("tax_included", false);
        body.putObject("waiting_room").put("mode", "OFF");
        body.putObject("resale_policy").put("enabled", true).put("max_price_percent", 110);
        body.put("paper_tickets", false);
        body.putArray("images").add("https://example.test/a.png");

        var eventId = api.post(EVENTS, organizer, body.toString()).id("event_id");

        var found = api.get(EVENTS + "/" + eventId, organizer).body();
        assertThat(found.path("description").asString()).isEqualTo("Two\nlines");
        assertThat(found.path("hot").asBoolean()).isTrue();
        assertThat(found.path("transfers").asBoolean()).isFalse();
        assertThat(found.path("ticket_limit").asInt()).isEqualTo(6);
        assertThat(found.path("doors_open").asString()).isEqualTo("2027-08-15T17:30:00Z");
        assertThat(found.at("/fees/per_ticket_fixed").decimalValue()).isEqualByComparingTo("1.50");
        assertThat(found.at("/fees/tax_included").asBoolean()).isFalse();
        assertThat(found.at("/resale_policy/max_price_percent").asInt()).isEqualTo(110);
        assertThat(found.path("paper_tickets").asBoolean(true)).isFalse();
        assertThat(found.at("/images/0").asString()).isEqualTo("https://example.test/a.png");
        assertThat(found.at("/waiting_room/mode").asString()).isEqualTo("OFF");
        assertThat(found.at("/sale_dates/general").asString()).isEqualTo("2027-06-03T10:00:00Z");
    }

    @Test
    void aDraftIsItsOwnersAlone() {
        var path = EVENTS + "/" + api.draft(organizer);

        assertThat(api.get(path, organizer).status()).isEqualTo(200);
        assertThat(api.get(path, organizer(UUID.randomUUID())).code()).isEqualTo("not-found");
        assertThat(api.get(path, null).code()).isEqualTo("not-found");
        assertThat(api.get(path, "no.token.atall").code()).isEqualTo("unauthenticated");
    }

    @Test
    void onlyItsOwnerPublishesAnEvent() {
        var eventId = api.draft(organizer);

        assertThat(api.publish(eventId, organizer(UUID.randomUUID())).code()).isEqualTo("forbidden");
        assertThat(api.publish(eventId, TestIssuer.token(UUID.randomUUID(), "FAN"))
                        .status())
                .isEqualTo(403);
        assertThat(api.publish(eventId, null).status()).isEqualTo(401);
        assertThat(api.publish(UUID.randomUUID(), organizer).code()).isEqualTo("not-found");
    }

    @Test
    void aRepeatWithTheSameKeyMakesNoSecondEvent() {
        var key = UUID.randomUUID().toString();
        var body = eventBody(api.venue(organizer)).toString();

        var first = api.call(HttpMethod.POST, EVENTS, organizer, key, body);
        var second = api.call(HttpMethod.POST, EVENTS, organizer, key, body);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.call(HttpMethod.POST, EVENTS, organizer, null, body).code())
                .isEqualTo("idempotency-key-required");
    }

    @Test
    void anUnknownVenueIsABrokenRule() {
        var answer = api.post(EVENTS, organizer, eventBody(UUID.randomUUID()).toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("unknown-venue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\":\"LOBBY\"}                       | LOBBY | 30",
                "{\"mode\":\"LOBBY\",\"lobby_minutes\":1}    | LOBBY | 1",
                "{\"mode\":\"LOBBY\",\"lobby_minutes\":1440} | LOBBY | 1440",
                "{\"mode\":\"FIFO\",\"lobby_minutes\":30}    | FIFO  | 0",
                "{\"mode\":\"OFF\",\"lobby_minutes\":30}     | OFF   | 0"
            })
    void aLobbyHasItsMinutesAndNothingElseHas(String room, String mode, int minutes) {
        var answer = api.post(EVENTS, organizer, Bodies.with(eventBody(api.venue(organizer)), "/waiting_room", room));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().at("/waiting_room/mode").asString()).isEqualTo(mode);
        assertThat(answer.body().at("/waiting_room/lobby_minutes").asInt(-1)).isEqualTo(minutes);
    }

    @Test
    void aPresaleNeedsAWaitingRoom() {
        var body = eventBody(api.venue(organizer));
        body.putObject("waiting_room").put("mode", "OFF");

        var answer = api.post(EVENTS, organizer, Bodies.with(body, "/sale_dates/presale", "\"2027-06-01T10:00:00Z\""));

        assertThat(answer.pointers()).containsExactly("/sale_dates/presale");
    }

    @ParameterizedTest
    @CsvSource({"JPY", "KWD", "eur", "ZZZ", "XAU"})
    void aCurrencyWithoutTwoDecimalsIsUnsupported(String currency) {
        var body = eventBody(api.venue(organizer)).put("currency", currency);

        var answer = api.post(EVENTS, organizer, body.toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("currency-unsupported");
    }

    static Stream<Arguments> brokenEvents() {
        return Stream.of(
                Arguments.of("/name", "null", "/name"),
                Arguments.of("/name", "\" \"", "/name"),
                Arguments.of("/description", "\"a\\u0000b\"", "/description"),
                Arguments.of("/venue_id", "\"arena\"", "/venue_id"),
                Arguments.of("/venue_id", "null", "/venue_id"),
                Arguments.of("/date", "\"tomorrow\"", "/date"),
                Arguments.of("/date", "1786820400", "/date"),
                Arguments.of("/date", "null", "/date"),
                Arguments.of("/date", "\"+292278994-08-17T07:12:55Z\"", "/date"),
                Arguments.of("/currency", "null", "/currency"),
                Arguments.of("/sale_dates", "null", "/sale_dates/general"),
                Arguments.of("/sale_dates/general", "\"2027-08-16T00:00:00Z\"", "/sale_dates/general"),
                Arguments.of("/doors_open", "\"2027-08-16T00:00:00Z\"", "/doors_open"),
                Arguments.of("/ticket_limit", "0", "/ticket_limit"),
                Arguments.of("/ticket_limit", "true", "/ticket_limit"),
                Arguments.of("/hot", "\"true\"", "/hot"),
                Arguments.of("/hot", "1", "/hot"),
                Arguments.of("/fees", "{\"per_order\":-1}", "/fees/per_order"),
                Arguments.of("/fees", "{\"tax_percent\":101}", "/fees/tax_percent"),
                Arguments.of("/fees", "{\"tip\":1}", "/fees/tip"),
                Arguments.of("/waiting_room", "{\"mode\":\"RANDOM\"}", "/waiting_room/mode"),
                Arguments.of("/waiting_room", "{\"lobby_minutes\":-1}", "/waiting_room/lobby_minutes"),
                Arguments.of(
                        "/waiting_room", "{\"mode\":\"LOBBY\",\"lobby_minutes\":0}", "/waiting_room/lobby_minutes"),
                Arguments.of(
                        "/waiting_room", "{\"mode\":\"LOBBY\",\"lobby_minutes\":1441}", "/waiting_room/lobby_minutes"),
                Arguments.of("/sale_dates/presale", "\"2027-06-03T10:00:00Z\"", "/sale_dates/presale"),
                Arguments.of("/sale_dates/presale", "\"soon\"", "/sale_dates/presale"),
                Arguments.of("/resale_policy", "{\"max_price_percent\":0}", "/resale_policy/max_price_percent"),
                Arguments.of("/pricing_tiers", "[]", "/pricing_tiers"),
                Arguments.of("/pricing_tiers/0", "null", "/pricing_tiers/0"),
                Arguments.of("/pricing_tiers/1/section", "\"Roof\"", "/pricing_tiers/1/section"),
                Arguments.of("/pricing_tiers/1/section", "\"Roof\"", "/pricing_tiers"),
                Arguments.of("/pricing_tiers/1/section", "\"Floor\"", "/pricing_tiers/1/section"),
                Arguments.of("/pricing_tiers/0/price", "-0.01", "/pricing_tiers/0/price"),
                Arguments.of("/pricing_tiers/0/price", "1.005", "/pricing_tiers/0/price"),
                Arguments.of("/pricing_tiers/0/price", "1e999999999", "/pricing_tiers/0/price"),
                Arguments.of("/pricing_tiers/0/price", "1e-999999999", "/pricing_tiers/0/price"),
                Arguments.of("/pricing_tiers/0/price", "\"5\"", "/pricing_tiers/0/price"),
                Arguments.of("/pricing_tiers/0/price", "null", "/pricing_tiers/0/price"),
                Arguments.of("/images", "[\"javascript:alert(1)\"]", "/images/0"),
                Arguments.of("/images", "[null]", "/images/0"),
                Arguments.of("/images", "[\"/api/v1/images/../venues\"]", "/images/0"),
                Arguments.of("/images", "[\"https://a.test/1\",\"https://a.test/1\"]", "/images/1"),
                Arguments.of("/status", "\"ON_SALE\"", "/status"));
    }

    @ParameterizedTest
    @MethodSource("brokenEvents")
    void aBrokenEventIsToldWhereItIsBroken(String field, String value, String pointer) {
        var answer = api.post(EVENTS, organizer, Bodies.with(eventBody(api.venue(organizer)), field, value));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.pointers()).contains(pointer);
    }

    @Test
    void whoHasAnAnswerAlreadyIsToldSo() {
        var path = EVENTS + "/" + api.draft(organizer);
        var first = api.get(path, organizer);

        assertThat(first.header("ETag")).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(api.getUnlessMatches(path, organizer, first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(api.getUnlessMatches(path, organizer, "W/\"another\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/events/no-uuid, 404",
        "PUT, /api/v1/events, 405",
        "DELETE, /api/v1/events/%s, 405",
        "GET, /api/v1/events/%s/presale-codes, 405",
        "POST, /api/v1/events/%s/rewind, 404"
    })
    void nothingElseExists(String method, String path, int status) {
        var answer = api.call(HttpMethod.valueOf(method), path.formatted(UUID.randomUUID()), organizer, null, null);

        assertThat(answer.status()).isEqualTo(status);
    }
}
