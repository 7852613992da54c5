package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
import static io.boxoffice.event.EventApi.VENUES;
import static io.boxoffice.event.EventApi.eventBody;
import static io.boxoffice.event.EventApi.organizer;
import static io.boxoffice.event.EventApi.venueBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import io.boxoffice.event.Shows;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@EventServiceTest
class SearchIT {
    private static final Instant START = Instant.parse("2027-01-01T12:00:00Z");

    @Autowired
    EventApi api;

    @Autowired
    Shows shows;

    @Autowired
    MovableClock clock;

    private final String organizer = organizer(UUID.randomUUID());
    /** In everything of one test, so that tests do not find each other's events. */
    private final String own = "w" + UUID.randomUUID().toString().substring(0, 8);

    private UUID venue;

    @BeforeEach
    void aVenueInAnOwnCity() {
        clock.advance(Duration.between(clock.instant(), START));
        var body = venueBody().put("name", "Große Halle");
        ((ObjectNode) body.path("address")).put("city", "Zürich " + own);
        venue = api.post(VENUES, organizer, body.toString()).id("venue_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"summer", "SUMMER nig", "ac dc", "AC/DC", "beyonce", "Two lines", "große", "zuri", "halle sum"})
    void anEventIsFoundByItsWordsAndTheLastMayBeUnfinished(String words) {
        var eventId = show("Summer Night", "2027-08-15T19:00:00Z");

        assertThat(ids("q=" + encoded(own + " " + words))).containsExactly(eventId);
        assertThat(ids("q=" + encoded(own + " nothing"))).isEmpty();
    }

    @Test
    void itIsFoundByEachOfItsTraits() {
        var eventId = show("Summer Night", "2027-08-15T19:00:00Z");
        var city = "city=" + encoded("ZÜRICH " + own);

        for (var trait : List.of(
                "venue_id=" + venue,
                "category=concert",
                "artist=" + encoded("Beyoncé & ac/dc"),
                "status=PUBLISHED",
                "from=2027-08-15T19:00:00Z",
                "to=2027-08-15T19:00:00.000001Z",
                "from=" + encoded("2027-08-15T21:00:00+02:00"))) {
            assertThat(ids(city + "&" + trait)).as(trait).containsExactly(eventId);
        }
        for (var trait : List.of(
                "venue_id=" + UUID.randomUUID(),
                "category=con",
                "artist=beyonce",
                "status=ON_SALE",
                "from=2027-08-15T19:00:00.000001Z",
                "to=2027-08-15T19:00:00Z")) {
            assertThat(ids(city + "&" + trait)).as(trait).isEmpty();
        }
    }

    @Test
    void anItemIsTheEventAsItsPageShowsIt() {
        var eventId = show("Summer Night", "2027-08-15T19:00:00Z");

        var item = api.get(EVENTS + "?q=" + own, null).body().at("/items/0");

        assertThat(item).isEqualTo(api.get(EVENTS + "/" + eventId, null).body());
    }

    @Test
    void aDraftIsFoundByItsOrganizerAlone() {
        var draft = api.post(EVENTS, organizer, eventBody(venue).toString()).id("event_id");

        assertThat(ids("q=" + own)).isEmpty();
        assertThat(api.get(EVENTS + "?mine=true&q=" + own, organizer)
                        .body()
                        .at("/items/0/event_id")
                        .asString())
                .isEqualTo(draft.toString());
        assertThat(api.get(EVENTS + "?mine=true&status=DRAFT&q=" + own, organizer)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(api.get(EVENTS + "?mine=true&q=" + own, organizer(UUID.randomUUID()))
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(api.get(EVENTS + "?mine=true", null).code()).isEqualTo("unauthenticated");
        assertThat(api.get(EVENTS + "?q=" + own, organizer).body().path("items"))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWhateverIsAddedMeanwhile() {
        var expected = IntStream.range(0, 45)
                .mapToObj(i -> show("Night " + i, "2027-08-%02dT19:00:00Z".formatted(1 + i / 5)))
                .toList();

        var found = new ArrayList<UUID>();
        var cursor = "";
        int pages = 0;
        while (pages++ < 3) {
            var page = api.get(EVENTS + "?q=" + own + cursor, null).body();
            page.path("items")
                    .forEach(item ->
                            found.add(UUID.fromString(item.path("event_id").asString())));
            cursor = "&cursor=" + page.path("next_cursor").asString("");
            show("Earlier", "2027-07-01T19:00:00Z");
        }

        assertThat(cursor).isEqualTo("&cursor=");
        assertThat(found).containsExactlyElementsOf(expected);
    }

    @Test
    void whatIsOverIsShownToThoseWhoAskForIt() {
        var eventId = show("Summer Night", "2027-08-15T19:00:00Z");
        clock.advance(Duration.between(START, Instant.parse("2027-08-15T19:00:00Z")));

        assertThat(ids("q=" + own)).isEmpty();
        assertThat(ids("q=" + own + "&status=ENDED")).containsExactly(eventId);
        assertThat(ids("q=" + own + "&from=2027-01-01T00:00:00Z")).containsExactly(eventId);
    }

    @Test
    void aPageThatManySeeFollowsEachChange() {
        var city = "city=" + encoded("Zürich " + own);
        assertThat(ids(city)).isEmpty();

        var eventId = show("Summer Night", "2027-08-15T19:00:00Z");
        await().until(() -> ids(city).equals(List.of(eventId)));
        api.cancel(eventId, organizer, null);
        assertThat(api.get(EVENTS + "?" + city, null)
                        .body()
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour=red                | /colour",
                "q=a&q=b                   | /q",
                "q=%00                     | /q",
                "category=%00              | /category",
                "venue_id=arena            | /venue_id",
                "from=tomorrow             | /from",
                "from=2027-08-15           | /from",
                "from=%2B999999999-01-01T00:00:00Z | /from",
                "from=2027-02-01T00:00:00Z&to=2027-01-01T00:00:00Z | /to",
                "status=on_sale            | /status",
                "status=DRAFT              | /status",
                "mine=yes                  | /mine",
                "cursor=                   | /cursor",
                "cursor=AAAA               | /cursor",
                "cursor=%27%3B--           | /cursor"
            })
    void whatIsWrongIsSaid(String query, String pointer) {
        var answer = api.get(EVENTS + "?" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.pointers()).contains(pointer);
    }

    @Test
    void aTextMayNotBeEndless() {
        assertThat(api.get(EVENTS + "?q=" + "a".repeat(201), null).pointers()).containsExactly("/q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "\\", ":*", "a & | !", "'); DROP TABLE events;--", "a:*b", "%", "<->", "\uD83C\uDFB8", "؟"})
    void signsOfAnyKindAreNoCommands(String words) {
        assertThat(api.get(EVENTS + "?q=" + encoded(words), null).status()).isEqualTo(200);
        assertThat(api.get(EVENTS + "?city=" + encoded(words), null).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%C3%28", "q=%ED%A0%80", "%C3%28=1"})
    void bytesThatAreNoTextAreRefused(String query) {
        var answer = api.get(EVENTS + "?" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
    }

    private UUID show(String name, String date) {
        return shows.published(
                organizer,
                venue,
                body -> body.put("name", name)
                        .put("date", date)
                        .put("artist", "Beyoncé & AC/DC")
                        .put("category", "Concert")
                        .put("description", "Two\nlines"));
    }

    private List<UUID> ids(String query) {
        return api.get(EVENTS + "?" + query, null)
                .body()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("event_id").asString()))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
