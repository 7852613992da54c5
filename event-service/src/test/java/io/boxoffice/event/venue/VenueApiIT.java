package io.boxoffice.event.venue;

import static io.boxoffice.event.EventApi.VENUES;
import static io.boxoffice.event.EventApi.organizer;
import static io.boxoffice.event.EventApi.venueBody;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.event.Bodies;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@EventServiceTest
class VenueApiIT {
    @Autowired
    EventApi api;

    private final String organizer = organizer(UUID.randomUUID());

    @Test
    void anOrganiserCreatesAVenueWithItsPlan() {
        var created = api.post(VENUES, organizer, venueBody().toString());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().path("capacity").asInt()).isEqualTo(10);
        assertThat(created.body().at("/sections/0/rows/0/restricted_view/0").asInt())
                .isEqualTo(4);
        assertThat(created.body().at("/sections/0/rows/1/accessible").isEmpty()).isTrue();
    }

    @Test
    void everybodySeesAVenueAsItWasCreated() {
        var created = api.post(VENUES, organizer, venueBody().toString());

        assertThat(api.get(VENUES + "/" + created.id("venue_id"), null).body()).isEqualTo(created.body());
        assertThat(api.get(VENUES + "/" + UUID.randomUUID(), null).code()).isEqualTo("not-found");
    }

    @Test
    void everybodyPagesThroughAllVenues() {
        var created = new ArrayList<String>();
        for (int i = 0; i < 23; i++) {
            created.addFirst(api.venue(organizer).toString());
        }

        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(VENUES + cursor, null).body();
            page.path("items").forEach(item -> listed.add(item.path("venue_id").asString()));
            var next = page.path("next_cursor");
            cursor = next.isNull() ? "" : "?cursor=" + next.asString();
        } while (!cursor.isEmpty());

        assertThat(listed).startsWith(created.toArray(String[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void aCursorOfNobodyIsRefused() {
        var answer = api.get(VENUES + "?cursor=nonsense", null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/cursor");
    }

    @Test
    void aRepeatWithTheSameKeyMakesNoSecondVenue() {
        var key = UUID.randomUUID().toString();
        var body = venueBody().toString();

        var first = api.call(HttpMethod.POST, VENUES, organizer, key, body);
        var second = api.call(HttpMethod.POST, VENUES, organizer, key, body);
        var other = api.call(
                HttpMethod.POST,
                VENUES,
                organizer,
                key,
                venueBody().put("name", "Hall").toString());

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aVenueNeedsAnIdempotencyKeyAnOrganiserAndABody() {
        var body = venueBody().toString();

        assertThat(api.call(HttpMethod.POST, VENUES, organizer, null, body).code())
                .isEqualTo("idempotency-key-required");
        assertThat(api.post(VENUES, null, body).code()).isEqualTo("unauthenticated");
        assertThat(api.post(VENUES, TestIssuer.token(UUID.randomUUID(), "FAN"), body)
                        .code())
                .isEqualTo("forbidden");
        assertThat(api.post(VENUES, organizer, "{\"name\":").code()).isEqualTo("malformed-json");
        assertThat(api.post(VENUES, organizer, "null").code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/venues/0198f3a4-0000-7000-8000-000000000000", "/api/v1/nothing"})
    void whatDoesNotExistYetIsNotFound(String path) {
        assertThat(api.get(path, organizer).code()).isEqualTo("not-found");
    }

    @Test
    void aWrongMethodIsToldWhichOnesWork() {
        var answer = api.call(HttpMethod.DELETE, VENUES, organizer, null, null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void generalAdmissionCountsIntoTheCapacity() {
        var answer = api.post(
                VENUES,
                organizer,
                "{\"name\":\"A\",\"time_zone\":\"UTC\",\"sections\":[{\"section\":\"Pit\",\"kind\":\"GA\",\"capacity\":500}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("capacity").asInt()).isEqualTo(500);
        assertThat(answer.body().path("sections").path(0).path("capacity").asInt())
                .isEqualTo(500);
    }

    static Stream<Arguments> brokenVenues() {
        return Stream.of(
                Arguments.of("/name", "\"\"", "/name"),
                Arguments.of("/name", "\"a\\u0000b\"", "/name"),
                Arguments.of("/name", "\"\\ud800\"", "/name"),
                Arguments.of("/name", "\"" + "x".repeat(256) + "\"", "/name"),
                Arguments.of("/name", "7", "/name"),
                Arguments.of("/time_zone", "\"Mars/Olympus\"", "/time_zone"),
                Arguments.of("/time_zone", "\"+02:00\"", "/time_zone"),
                Arguments.of("/sections", "[]", "/sections"),
                Arguments.of("/sections", "null", "/sections"),
                Arguments.of("/sections/0", "null", "/sections/0"),
                Arguments.of("/sections/1/section", "\"Floor\"", "/sections/1/section"),
                Arguments.of("/sections/0/kind", "\"STANDING\"", "/sections/0/kind"),
                Arguments.of("/sections/0/kind", "0", "/sections/0/kind"),
                Arguments.of("/sections/0/capacity", "5", "/sections/0/capacity"),
                Arguments.of("/sections/0/rows", "[]", "/sections/0/rows"),
                Arguments.of("/sections/0/rows/1/row", "\"A\"", "/sections/0/rows/1/row"),
                Arguments.of("/sections/0/rows/0/from", "9", "/sections/0/rows/0/to"),
                Arguments.of("/sections/0/rows/0/from", "0", "/sections/0/rows/0/from"),
                Arguments.of("/sections/0/rows/0/from", "1.5", "/sections/0/rows/0/from"),
                Arguments.of("/sections/0/rows/0/from", "\"1\"", "/sections/0/rows/0/from"),
                Arguments.of("/sections/0/rows/0/to", "null", "/sections/0/rows/0/to"),
                Arguments.of("/sections/0/rows/0/to", "100001", "/sections/0/rows/0/to"),
                Arguments.of("/sections/0/rows/0/accessible", "[5]", "/sections/0/rows/0/accessible/0"),
                Arguments.of("/sections/0/rows/0/companion", "[2,2]", "/sections/0/rows/0/companion/1"),
                Arguments.of("/sections/0/rows/0/origin/x", "1e400", "/sections/0/rows/0/origin"),
                Arguments.of("/sections/0/rows/0/origin", "{\"x\":1}", "/sections/0/rows/0/origin/y"),
                Arguments.of("/sections/0/colour", "\"red\"", "/sections/0/colour"),
                Arguments.of("/capacity", "10", "/capacity"));
    }

    @ParameterizedTest
    @MethodSource("brokenVenues")
    void aBrokenVenueIsToldWhereItIsBroken(String field, String value, String pointer) {
        var answer = api.post(VENUES, organizer, Bodies.with(venueBody(), field, value));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.pointers()).contains(pointer);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var answer = api.post(VENUES, organizer, "{}");

        assertThat(answer.pointers()).containsExactlyInAnyOrder("/name", "/time_zone", "/sections");
    }

    @Test
    void aVenueHasAtMostAHundredThousandSeats() {
        var body = Bodies.with(venueBody(), "/sections/0/rows/0/to", "100000");

        assertThat(api.post(VENUES, organizer, body).pointers()).containsExactly("/sections");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        var body = "{\"name\":\"" + "x".repeat(300_000) + "\"}";

        assertThat(api.post(VENUES, organizer, body).status()).isEqualTo(413);
    }
}
