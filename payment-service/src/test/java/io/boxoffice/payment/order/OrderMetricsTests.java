package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class OrderMetricsTests {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void everyOutcomeIsThereBeforeItHappens() {
        var metrics = new OrderMetrics(registry);
        metrics.checkout(OrderStatus.CONFIRMED);
        metrics.payment("authorized");
        assertThat(registry.scrape().lines())
                .contains(
                        "boxoffice_checkouts_total{outcome=\"confirmed\"} 1.0",
                        "boxoffice_checkouts_total{outcome=\"declined\"} 0.0",
                        "boxoffice_checkouts_total{outcome=\"expired\"} 0.0",
                        "boxoffice_checkouts_total{outcome=\"voided\"} 0.0",
                        "boxoffice_payments_total{outcome=\"authorized\"} 1.0",
                        "boxoffice_payments_total{outcome=\"declined\"} 0.0",
                        "boxoffice_payments_total{outcome=\"capture-failed\"} 0.0");
    }
}
