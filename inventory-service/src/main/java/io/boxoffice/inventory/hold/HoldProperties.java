package io.boxoffice.inventory.hold;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Timers of holds.
 *
 * @param holdTtl how long a hold lives
 * @param sweepEvery how often each instance looks for holds whose time is over
 * @param declineMinLeft what a fan has left at least when a declined payment gives the hold back
 */
@ConfigurationProperties("inventory")
public record HoldProperties(
        @DefaultValue("10m") Duration holdTtl,
        @DefaultValue("30s") Duration sweepEvery,
        @DefaultValue("2m") Duration declineMinLeft) {}
