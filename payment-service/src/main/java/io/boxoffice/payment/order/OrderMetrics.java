package io.boxoffice.payment.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what really happened, once for each transition; from zero on, so that the first of each is an increase. */
@Component
class OrderMetrics {
    private static final List<OrderStatus> ENDS =
            List.of(OrderStatus.CONFIRMED, OrderStatus.DECLINED, OrderStatus.EXPIRED, OrderStatus.VOIDED);
    private static final List<String> PAYMENTS =
            List.of("authorized", "declined", "captured", "capture-failed", "expired", "voided");

    private final MeterRegistry registry;

    OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
        ENDS.forEach(this::checkouts);
        PAYMENTS.forEach(this::payments);
    }

    /** {@code boxoffice_payments_total{outcome}}: authorized, declined, captured, capture-failed, expired, voided. */
    void payment(String outcome) {
        payments(outcome).increment();
    }

    /** {@code boxoffice_checkouts_total{outcome}}: confirmed, declined, expired, voided. */
    void checkout(OrderStatus end) {
        checkouts(end).increment();
    }

    private Counter payments(String outcome) {
        return registry.counter("boxoffice.payments", "outcome", outcome);
    }

    private Counter checkouts(OrderStatus end) {
        return registry.counter("boxoffice.checkouts", "outcome", end.name().toLowerCase(Locale.ROOT));
    }
}
