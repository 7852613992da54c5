package io.boxoffice.payment.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.GoldenFiles;
import io.boxoffice.payment.PaymentFixture;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventPoliciesIT extends PaymentFixture {
    @Autowired
    private EventPolicies policies;

    @Test
    void whatWasPublishedIsKnownWithoutAsking() {
        var golden = GoldenFiles.read("event-service", "event-published");
        var id = UUID.fromString("0198f3a4-7c00-7000-8000-000000000001");
        tell("boxoffice.catalog", "EventPublished", golden);
        tell("boxoffice.catalog", "EventPublished", golden);
        tell("boxoffice.catalog", "SalePhaseChanged", "{\"event_id\":\"%s\",\"status\":\"ON_SALE\"}".formatted(id));

        await().untilAsserted(() -> assertThat(versionOf(id)).isEqualTo(1));
        var policy = policies.of(id);
        assertThat(policy.currency()).isEqualTo("EUR");
        assertThat(policy.queueOff()).isFalse();
        assertThat(policy.fees().perTicketPercent()).isEqualByComparingTo("10");
        assertThat(policy.fees().perTicketFixed()).isEqualByComparingTo("1.50");
        assertThat(policy.fees().perOrder()).isEqualByComparingTo("2");
        assertThat(policy.fees().taxPercent()).isEqualByComparingTo("19");
        assertThat(policy.fees().taxIncluded()).isTrue();
    }

    @Test
    void anOlderVersionDoesNotComeBack() {
        var id = newId();
        policies.keep(published(id, 2, "20"));
        policies.keep(published(id, 1, "10"));
        assertThat(policies.of(id).fees().perTicketPercent()).isEqualByComparingTo("20");
        policies.keep(published(id, 3, "30"));
        assertThat(policies.of(id).fees().perTicketPercent()).isEqualByComparingTo("30");
    }

    private static PublishedEvent published(UUID id, long version, String percent) {
        var fees = new PublishedEvent.Fees(new BigDecimal(percent), null, null, null, null);
        return new PublishedEvent(id, version, "Concert", "EUR", fees, null);
    }

    private Integer versionOf(UUID id) {
        return jdbc.sql("SELECT aggregate_version FROM event_policies WHERE event_id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(null);
    }
}
