package io.boxoffice.event.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.event.EventApi;
import io.boxoffice.event.EventServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EventServiceTest
class ApiDescriptionIT {
    @Autowired
    EventApi api;

    @Test
    void itNamesWhatExistsAndNothingElse() {
        var description = api.get("/v3/api-docs", null).body();

        assertThat(description.path("paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/venues",
                        "/api/v1/venues/{venue_id}",
                        "/api/v1/events",
                        "/api/v1/events/{event_id}",
                        "/api/v1/events/{event_id}/publish",
                        "/api/v1/events/{event_id}/cancel",
                        "/api/v1/events/{event_id}/postpone",
                        "/api/v1/events/{event_id}/images",
                        "/api/v1/events/{event_id}/presale-codes",
                        "/api/v1/images/{hash}");
    }

    @Test
    void aGeneratedClientKnowsTheParametersOfASearchAndTheShapesOfAnswers() {
        var paths = api.get("/v3/api-docs", null).body().path("paths");

        assertThat(paths.at("/~1api~1v1~1events/get/parameters")
                        .valueStream()
                        .map(parameter -> parameter.path("name").asString()))
                .containsExactlyInAnyOrder(
                        "q", "category", "artist", "venue_id", "city", "from", "to", "status", "mine", "cursor");
        assertThat(paths.at("/~1api~1v1~1events~1{event_id}/patch/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .endsWith("/EventForm");
        assertThat(paths.at("/~1api~1v1~1events~1{event_id}/get/responses/200/content")
                        .toString())
                .contains("EventView");
    }
}
