package io.boxoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PropertiesTests {
    private static final String PACKAGE = "io.boxoffice.payment.";

    @Test
    void everyTimerIsReadFromItsKey() throws Exception {
        var orders = bind(
                "order.OrderProperties",
                Map.of(
                        "payment.max-attempts", "2",
                        "payment.answer-within", "3s",
                        "payment.unconfirmed-after", "4m",
                        "payment.stuck-after", "5m",
                        "payment.lease", "6s"));
        assertThat(orders)
                .hasToString("OrderProperties[maxAttempts=2, answerWithin=PT3S, unconfirmedAfter=PT4M,"
                        + " stuckAfter=PT5M, lease=PT6S]");
        var reconcile = bind(
                "reconcile.ReconcileProperties",
                Map.of("payment.reconcile-every", "1s", "payment.capture-after", "2m"));
        assertThat(reconcile).hasToString("ReconcileProperties[reconcileEvery=PT1S, captureAfter=PT2M]");
        assertThat(bind(
                        "order.VelocityProperties",
                        Map.of("payment.velocity.max-orders", "3", "payment.velocity.window", "4m")))
                .hasToString("VelocityProperties[maxOrders=3, window=PT4M]");
        assertThat(bind("listing.ListingProperties", Map.of("payment.resale.timeout", "3s")))
                .hasToString("ListingProperties[timeout=PT3S]");
        assertThat(bind("risk.RiskProperties", Map.of("payment.risk.enabled", "false", "payment.risk.timeout", "1s")))
                .hasToString("RiskProperties[enabled=false, timeout=PT1S]");
    }

    @Test
    void theDefaultsAreThoseOfTheContract() throws Exception {
        assertThat(bind("order.OrderProperties", Map.of("payment.x", "1")))
                .hasToString("OrderProperties[maxAttempts=3, answerWithin=PT8S, unconfirmedAfter=PT2M,"
                        + " stuckAfter=PT15M, lease=PT30S]");
        assertThat(bind("reconcile.ReconcileProperties", Map.of("payment.x", "1")))
                .hasToString("ReconcileProperties[reconcileEvery=PT10S, captureAfter=PT1M]");
        assertThat(bind("hold.HoldProperties", Map.of("payment.inventory.x", "1")))
                .hasToString("HoldProperties[timeout=" + Duration.ofSeconds(2) + "]");
        assertThat(bind("listing.ListingProperties", Map.of("payment.resale.x", "1")))
                .hasToString("ListingProperties[timeout=PT2S]");
        assertThat(bind("risk.RiskProperties", Map.of("payment.risk.x", "1")))
                .hasToString("RiskProperties[enabled=true, timeout=PT0.2S]");
        assertThat(bind("order.VelocityProperties", Map.of("payment.velocity.x", "1")))
                .hasToString("VelocityProperties[maxOrders=20, window=PT10M]");
    }

    @Test
    void theProvidersKeysAreReadAndNeverWrittenOut() throws Exception {
        var provider = bind(
                "provider.ProviderProperties",
                Map.of(
                        "payment.provider.base-url", "https://api.example.test",
                        "payment.provider.secret-key", "sk_secret",
                        "payment.provider.publishable-key", "pk_public",
                        "payment.provider.webhook-secret", "whsec_a,whsec_b"));
        assertThat(provider).hasToString("ProviderProperties[baseUrl=https://api.example.test, timeout=PT5S]");
    }

    private static Object bind(String type, Map<String, String> properties) throws Exception {
        var prefix = switch (type) {
            case "provider.ProviderProperties" -> "payment.provider";
            case "hold.HoldProperties" -> "payment.inventory";
            case "listing.ListingProperties" -> "payment.resale";
            case "risk.RiskProperties" -> "payment.risk";
            case "order.VelocityProperties" -> "payment.velocity";
            default -> "payment";
        };
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, Class.forName(PACKAGE + type));
    }
}
