package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.organizer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EventServiceTest
class SalePhasesIT {
    private static final Instant START = Instant.parse("2027-01-01T12:00:00Z");

    @Autowired
    EventApi api;

    @Autowired
    Shows shows;

    @Autowired
    Wire wire;

    @Autowired
    MovableClock clock;

    @Autowired
    SalePhases phases;

    @Autowired
    EventProgress progress;

    @Autowired
    Events events;

    @Autowired
    JdbcClient jdbc;

    private final String organizer = organizer(UUID.randomUUID());

    @AfterEach
    void theClockAsBefore() {
        clock.advance(Duration.between(clock.instant(), START));
    }

    @Test
    void eachPhaseIsToldOnceHoweverManyLook() throws Exception {
        var eventId = shows.published(organizer);
        manyLook();
        moveTo("2027-06-03T10:00:00Z");
        manyLook();
        progress.soldOut(eventId, true, clock.instant());
        manyLook();
        progress.soldOut(eventId, false, clock.instant().plusSeconds(1));
        manyLook();
        moveTo("2027-08-15T19:00:00Z");
        manyLook();

        var told = wire.await(eventId, "SalePhaseChanged", 5);
        wire.awaitTold();
        assertThat(words(wire.told(eventId, "SalePhaseChanged")))
                .containsExactly("PUBLISHED", "ON_SALE", "SOLD_OUT", "ON_SALE", "ENDED");
        assertThat(told.stream()
                        .map(message -> message.path("aggregate_version").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(WireJson.shapeOf(told.getFirst()))
                .isEqualTo(WireJson.shapeOf(WireJson.golden("sale-phase-changed")));
    }

    @Test
    void aPresaleIsToldOnceLikeEveryPhase() throws Exception {
        var eventId = presale();
        manyLook();
        moveTo("2027-06-01T10:00:00Z");
        manyLook();
        manyLook();
        assertThat(api.get("/internal/events/" + eventId, TestIssuer.internalToken())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("PRESALE");
        moveTo("2027-06-03T10:00:00Z");
        manyLook();

        wire.await(eventId, "SalePhaseChanged", 3);
        wire.awaitTold();
        assertThat(words(wire.told(eventId, "SalePhaseChanged"))).containsExactly("PUBLISHED", "PRESALE", "ON_SALE");
    }

    @Test
    void anEventThatRestsHasNoPhases() throws Exception {
        var cancelled = shows.published(organizer);
        var postponed = shows.published(organizer);
        manyLook();
        api.cancel(cancelled, organizer, null);
        api.postpone(postponed, organizer, null);
        moveTo("2027-06-03T10:00:00Z");
        manyLook();

        wire.awaitTold();
        wire.await(postponed, "EventPostponed", 1);
        assertThat(words(wire.told(cancelled, "SalePhaseChanged"))).containsExactly("PUBLISHED");
        assertThat(words(wire.told(postponed, "SalePhaseChanged"))).containsExactly("PUBLISHED");

        api.publish(postponed, organizer);
        manyLook();
        await().until(() -> words(wire.told(postponed, "SalePhaseChanged")).equals(List.of("PUBLISHED", "ON_SALE")));
    }

    @Test
    void sqlAndJavaAgreeOnWhereAnEventStands() {
        var ids = List.of(
                presale(),
                api.draft(organizer),
                shows.published(organizer),
                shows.published(organizer),
                shows.published(organizer),
                shows.published(organizer));
        progress.soldOut(ids.get(3), true, START);
        api.cancel(ids.get(4), organizer, null);
        api.postpone(ids.get(5), organizer, null);

        for (var now : List.of(
                START,
                Instant.parse("2027-06-01T10:00:00Z"),
                Instant.parse("2027-06-03T09:59:59.999999Z"),
                Instant.parse("2027-06-03T10:00:00Z"),
                Instant.parse("2027-08-15T19:00:00Z"))) {
            for (var eventId : ids) {
                var inSql = jdbc.sql("SELECT event_status(e, ?) FROM events e WHERE event_id = ?")
                        .params(Events.utc(now), eventId)
                        .query(String.class)
                        .single();
                assertThat(inSql)
                        .isEqualTo(
                                events.find(eventId).orElseThrow().status(now).name());
            }
        }
    }

    private UUID presale() {
        return shows.published(
                organizer,
                api.venue(organizer),
                body -> body.putObject("sale_dates")
                        .put("presale", "2027-06-01T10:00:00Z")
                        .put("general", "2027-06-03T10:00:00Z"));
    }

    private void manyLook() throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Stream.generate(() -> Executors.callable(phases::tell))
                    .limit(4)
                    .toList());
        }
    }

    private void moveTo(String time) {
        clock.advance(Duration.between(clock.instant(), Instant.parse(time)));
    }

    private static List<String> words(List<JsonNode> told) {
        return told.stream().map(message -> message.path("status").asString()).toList();
    }
}
