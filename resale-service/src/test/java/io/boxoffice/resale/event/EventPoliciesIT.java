package io.boxoffice.resale.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.resale.ResaleFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class EventPoliciesIT extends ResaleFixture {
    private static final UUID GOLDEN = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");
    private static final Instant DATE = Instant.parse("2027-08-15T19:00:00Z");

    @Autowired
    private EventPolicies policies;

    @Test
    void whatCatalogTellsIsKnownWithoutAsking() {
        tell("boxoffice.catalog", GOLDEN, "EventPublished", GoldenFiles.read("event-service", "event-published"));
        tell("boxoffice.catalog", GOLDEN, "SalePhaseChanged", "{\"event_id\":\"%s\"}".formatted(GOLDEN));
        var postponed = GoldenFiles.read("event-service", "event-postponed");
        tell("boxoffice.catalog", GOLDEN, "EventPostponed", postponed);
        tell("boxoffice.catalog", GOLDEN, "EventCancelled", GoldenFiles.read("event-service", "event-cancelled"));

        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT cancelled FROM events WHERE event_id = ?")
                        .param(GOLDEN)
                        .query(Boolean.class)
                        .optional())
                .contains(true));
        assertThat(policies.of(GOLDEN))
                .isEqualTo(new EventPolicy(
                        GOLDEN,
                        "EUR",
                        Instant.parse(JsonMapper.shared()
                                .readTree(postponed)
                                .get("date")
                                .asString()),
                        false,
                        4,
                        new BigDecimal("10.00"),
                        new BigDecimal("1.50"),
                        false,
                        new BigDecimal("100"),
                        true));
    }

    @Test
    void anOlderVersionDoesNotComeBack() {
        var id = UUID.randomUUID();
        policies.keep(published(id, 2, DATE, null));
        policies.keep(published(id, 1, DATE.plusSeconds(1), null));
        policies.postpone(new PublishedEvent.Postponed(id, 2, DATE.plusSeconds(2)));
        assertThat(policies.of(id).date()).isEqualTo(DATE);
        policies.keep(published(id, 3, DATE.plusSeconds(3), null));
        assertThat(policies.of(id).date()).isEqualTo(DATE.plusSeconds(3));
    }

    @Test
    void anEventPostponedWithoutADateHasNotBegunUntilItHasOne() {
        var id = UUID.randomUUID();
        policies.keep(published(id, 1, DATE, "ON_SALE"));
        policies.postpone(new PublishedEvent.Postponed(id, 2, null));
        assertThat(policies.of(id).isOver(DATE.plusSeconds(1))).isFalse();
        policies.keep(published(id, 3, DATE, "POSTPONED"));
        assertThat(policies.of(id).isOver(DATE.plusSeconds(1))).isFalse();
        policies.keep(published(id, 4, DATE.plusSeconds(60), "POSTPONED"));
        assertThat(policies.of(id).dateOpen()).isFalse();
        policies.postpone(new PublishedEvent.Postponed(id, 5, null));
        policies.keep(published(id, 6, DATE, "ON_SALE"));
        assertThat(policies.of(id).isOver(DATE.plusSeconds(1))).isTrue();
    }

    @Test
    void aCancellationIsFinal() {
        var id = UUID.randomUUID();
        policies.cancel(new PublishedEvent.Cancelled(id, 2));
        policies.keep(published(id, 1, DATE, null));
        policies.cancel(new PublishedEvent.Cancelled(id, 2));
        policies.keep(published(id, 3, DATE, "ON_SALE"));
        assertThat(policies.of(id).cancelled()).isTrue();
    }

    private static PublishedEvent published(UUID id, long version, Instant date, String status) {
        return new PublishedEvent(id, version, "Concert", "EUR", date, 4, status, null, null);
    }
}
