package io.boxoffice.payment.order;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what really happened, once for each transition. */
@Component
class OrderMetrics {
    private final MeterRegistry registry;

    OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code boxoffice_payments_total{outcome}}: authorized, declined, captured, capture-failed, expired, voided. */
    void payment(String outcome) {
        registry.counter("boxoffice.payments", "outcome", outcome).increment();
    }

    /** {@code boxoffice_checkouts_total{outcome}}: confirmed, declined, expired, voided. */
    void checkout(OrderStatus end) {
        registry.counter("boxoffice.checkouts", "outcome", end.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
