package io.boxoffice.payment.risk;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Asking fraud-service before an order.
 *
 * @param enabled whether it is asked at all
 * @param timeout of connecting, asking and hearing the answer, in all
 */
@Validated
@ConfigurationProperties("payment.risk")
record RiskProperties(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("200ms") Duration timeout) {}
