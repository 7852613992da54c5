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
                        "/api/v1/events",
                        "/api/v1/events/{event_id}",
                        "/api/v1/events/{event_id}/publish");
    }
}
