package io.boxoffice.resale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTests {

    @Test
    void everyPropertyIsReadFromItsKey() throws Exception {
        var own = Map.of(
                "resale.platform-fee-percent", "5",
                "resale.payout-delay", "1h",
                "resale.sweep-every", "3s",
                "resale.reconcile-every", "4s",
                "resale.lease", "50s");
        assertThat(bind("resale", "payout.PayoutProperties", own))
                .hasToString("PayoutProperties[platformFeePercent=5, payoutDelay=PT1H, sweepEvery=PT3S]");
        assertThat(bind("resale", "work.WorkProperties", own))
                .hasToString("WorkProperties[reconcileEvery=PT4S, lease=PT50S]");
        assertThat(bind("resale.inventory", "ticket.TicketProperties", Map.of("resale.inventory.timeout", "1s")))
                .hasToString("TicketProperties[timeout=PT1S]");
        assertThat(bind("resale.payment", "purchase.PurchaseProperties", Map.of("resale.payment.timeout", "7s")))
                .hasToString("PurchaseProperties[timeout=PT7S]");
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() throws Exception {
        var none = Map.of("x", "y");
        assertThat(bind("resale", "payout.PayoutProperties", none))
                .hasToString("PayoutProperties[platformFeePercent=10, payoutDelay=PT24H, sweepEvery=PT2S]");
        assertThat(bind("resale", "work.WorkProperties", none))
                .hasToString("WorkProperties[reconcileEvery=PT2S, lease=PT30S]");
        assertThat(bind("resale.inventory", "ticket.TicketProperties", none))
                .hasToString("TicketProperties[timeout=PT2S]");
        assertThat(bind("resale.payment", "purchase.PurchaseProperties", none))
                .hasToString("PurchaseProperties[timeout=PT10S]");
    }

    private static Object bind(String prefix, String type, Map<String, String> properties) throws Exception {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, Class.forName("io.boxoffice.resale." + type));
    }
}
