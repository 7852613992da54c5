package io.boxoffice.payment.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;

/** What the provider says it took and gave back, for comparing with our own books. */
public interface ProviderBooks {

    /** One payment; amounts have two decimals. */
    record Payment(String intent, BigDecimal captured) {}

    /** Every payment, newest first. */
    void eachPayment(Consumer<Payment> consumer);

    /** What was given back, by intent; intents without a refund are absent. */
    Map<String, BigDecimal> refunded();
}
