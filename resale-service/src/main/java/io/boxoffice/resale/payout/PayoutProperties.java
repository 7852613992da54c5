package io.boxoffice.resale.payout;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What sellers get, and when.
 *
 * @param platformFeePercent of the price, kept by the platform
 * @param payoutDelay after the event's date, where its policy is AFTER_EVENT
 * @param sweepEvery pause between two looks for what has fallen due or come to its end
 */
@Validated
@ConfigurationProperties("resale")
record PayoutProperties(
        @NotNull @DecimalMin("0") @DecimalMax("100") @DefaultValue("10")
        BigDecimal platformFeePercent,

        @NotNull @DefaultValue("24h") Duration payoutDelay,
        @NotNull @DefaultValue("2s") Duration sweepEvery) {}
