package io.boxoffice.payment.order;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast one account may buy.
 *
 * @param maxOrders orders that may be started within the window
 * @param window how far back they count
 */
@Validated
@ConfigurationProperties("payment.velocity")
record VelocityProperties(
        @Min(1) @DefaultValue("20") int maxOrders,
        @NotNull @DefaultValue("10m") Duration window) {}
