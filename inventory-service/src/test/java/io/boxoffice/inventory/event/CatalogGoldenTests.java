package io.boxoffice.inventory.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.GoldenFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What the catalogue really says becomes seats. */
class CatalogGoldenTests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void theCataloguesAnnouncementMakesAPlan() throws Exception {
        var published = JSON.readValue(GoldenFiles.read("event-service", "event-published"), EventPublished.class);
        var plan = SeatPlan.of(published);
        assertThat(plan.sections()).extracting(SeatPlan.Section::section).containsExactly("Floor", "Balcony");
        assertThat(plan.seats()).hasSize(10);
        assertThat(published.saleDates().general()).isNotNull();
        assertThat(published.waitingRoom().mode()).isEqualTo("FIFO");
        assertThat(published.organizerId()).isNotNull();
        assertThat(published.ticketLimit()).isEqualTo(4);
        assertThat(published.timeZone()).isEqualTo("Europe/Berlin");
        assertThat(published.paperTickets()).isTrue();
        assertThat(published.sections().getFirst().focalPoint()).isEqualTo(new EventPublished.Point(0, 0));
    }

    @Test
    void theCataloguesChangesAreRead() {
        var updated = JSON.readValue(GoldenFiles.read("event-service", "event-updated"), EventUpdated.class);
        assertThat(updated.aggregateVersion()).isGreaterThan(1);
        assertThat(updated.organizerId()).isNotNull();
        assertThat(updated.onSaleFrom()).isNotNull();
        assertThat(updated.isPostponed()).isFalse();
        assertThat(updated.pricingTiers()).isNotEmpty();
        var postponed = JSON.readValue(GoldenFiles.read("event-service", "event-postponed"), EventPostponed.class);
        assertThat(postponed.date()).isNotNull();
        assertThat(postponed.aggregateVersion()).isGreaterThan(1);
        var cancelled = JSON.readValue(GoldenFiles.read("event-service", "event-cancelled"), EventCancelled.class);
        assertThat(cancelled.aggregateVersion()).isGreaterThan(1);
    }
}
