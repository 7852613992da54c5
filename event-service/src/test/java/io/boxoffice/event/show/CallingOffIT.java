package io.boxoffice.event.show;

import static io.boxoffice.event.EventApi.EVENTS;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventServiceTest
class CallingOffIT {
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
    void aCancelledEventIsCancelledForEverAndToldOnce() {
        var eventId = shows.published(organizer);

        var first = api.cancel(eventId, organizer, "{\"reason\":\"The artist is ill.\"}");
        var second = api.cancel(eventId, organizer, null);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("status").asString()).isEqualTo("CANCELLED");
        assertThat(second.body()).isEqualTo(first.body());
        var told = wire.await(eventId, "EventCancelled", 1);
        assertThat(WireJson.shapeOf(told.getFirst())).isEqualTo(WireJson.shapeOf(WireJson.golden("event-cancelled")));
        wire.awaitTold();
        assertThat(wire.told(eventId, "EventCancelled")).hasSize(1);
        assertThat(api.patch(eventId, organizer, "{\"name\":\"x\"}").code()).isEqualTo("event-cancelled");
        assertThat(api.publish(eventId, organizer).code()).isEqualTo("event-cancelled");
        assertThat(api.postpone(eventId, organizer, null).code()).isEqualTo("event-cancelled");
        assertThat(api.get(EVENTS + "/" + eventId, null).body().path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(internal(eventId)).isEqualTo("CANCELLED");
    }

    @Test
    void anEventThatIsPutOffRestsUntilItIsPublishedAgain() {
        var eventId = shows.published(
                organizer, api.venue(organizer), body -> body.put("doors_open", "2027-08-15T17:30:00Z"));
        clock.advance(Duration.between(START, Instant.parse("2027-06-03T10:00:00Z")));

        var answer = api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}");

        assertThat(answer.body().path("status").asString()).isEqualTo("POSTPONED");
        assertThat(answer.body().path("date").asString()).isEqualTo("2027-10-15T19:00:00Z");
        assertThat(answer.body().path("doors_open").asString()).isEqualTo("2027-10-15T17:30:00Z");
        var told = wire.await(eventId, "EventPostponed", 1).getFirst();
        assertThat(WireJson.shapeOf(told)).isEqualTo(WireJson.shapeOf(WireJson.golden("event-postponed")));
        assertThat(internal(eventId)).isEqualTo("POSTPONED");

        var resumed = api.publish(eventId, organizer);

        assertThat(resumed.status()).isEqualTo(202);
        assertThat(resumed.body().path("status").asString()).isEqualTo("ON_SALE");
        var updated = wire.await(eventId, "EventUpdated", 1).getLast();
        assertThat(updated.path("status").asString()).isEqualTo("ON_SALE");
        assertThat(updated.path("date").asString()).isEqualTo("2027-10-15T19:00:00Z");
        assertThat(updated.path("aggregate_version").asLong())
                .isGreaterThan(told.path("aggregate_version").asLong());
    }

    @Test
    void aDateMayComeLater() {
        var eventId = shows.published(organizer);

        assertThat(api.postpone(eventId, organizer, null).status()).isEqualTo(200);
        assertThat(api.postpone(eventId, organizer, "{\"date\":null}").status()).isEqualTo(200);
        clock.advance(Duration.between(START, Instant.parse("2027-09-01T00:00:00Z")));
        assertThat(api.publish(eventId, organizer).code()).isEqualTo("no-date-ahead");
        api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}");
        api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}");
        assertThat(api.publish(eventId, organizer).status()).isEqualTo(202);

        wire.awaitTold();
        wire.await(eventId, "EventUpdated", 1);
        assertThat(wire.told(eventId, "EventPostponed")).hasSize(2);
        assertThat(wire.told(eventId, "EventPostponed").getFirst().has("date")).isFalse();
    }

    @Test
    void whatIsOverIsOver() {
        var eventId = shows.published(organizer);
        clock.advance(Duration.between(START, Instant.parse("2027-08-15T19:00:00Z")));

        assertThat(api.cancel(eventId, organizer, null).code()).isEqualTo("event-ended");
        assertThat(api.postpone(eventId, organizer, "{\"date\":\"2027-10-15T19:00:00Z\"}")
                        .code())
                .isEqualTo("event-ended");
    }

    @Test
    void aDraftCannotBeCalledOff() {
        var eventId = api.draft(organizer);

        assertThat(api.cancel(eventId, organizer, null).code()).isEqualTo("event-not-published");
        assertThat(api.postpone(eventId, organizer, null).code()).isEqualTo("event-not-published");
    }

    @Test
    void brokenBodiesAreToldWhereTheyAreBroken() {
        var eventId = shows.published(organizer);

        assertThat(api.cancel(eventId, organizer, "{\"reason\":\"" + "x".repeat(501) + "\"}")
                        .pointers())
                .containsExactly("/reason");
        assertThat(api.cancel(eventId, organizer, "{\"why\":1}").pointers()).containsExactly("/why");
        for (var date : new String[] {"2026-12-31T00:00:00Z", "2027-05-01T00:00:00Z", "2300-01-01T00:00:00Z"}) {
            assertThat(api.postpone(eventId, organizer, "{\"date\":\"" + date + "\"}")
                            .pointers())
                    .containsExactly("/date");
        }
    }

    private String internal(UUID eventId) {
        return api.get("/internal/events/" + eventId, TestIssuer.internalToken())
                .body()
                .path("status")
                .asString();
    }
}
