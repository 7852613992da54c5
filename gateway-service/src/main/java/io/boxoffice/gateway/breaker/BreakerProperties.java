package io.boxoffice.gateway.breaker;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When something that fails is left alone.
 *
 * @param failurePercent from which share of failures on
 * @param lookBack over which time they are counted
 * @param minimumCalls fewer calls than these in that time decide nothing
 * @param openFor how long it is left alone
 * @param probes how many calls then find out how it is
 */
@Validated
@ConfigurationProperties("gateway.breaker")
record BreakerProperties(
        @Min(1) @Max(100) @DefaultValue("50") int failurePercent,
        @NotNull @DefaultValue("10s") Duration lookBack,
        @Min(1) @DefaultValue("20") int minimumCalls,
        @NotNull @DefaultValue("5s") Duration openFor,
        @Min(1) @DefaultValue("5") int probes) {}
