package io.boxoffice.fraud.challenge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Proof of work.
 *
 * @param maxnumber the largest number to be found; 50,000 hashes are less than a second on a phone
 * @param lasts how long a challenge can be solved
 * @param tries solutions that may be sent
 * @param clearanceLasts how long a clearance is good
 */
@Validated
@ConfigurationProperties("fraud.challenge")
record ChallengeProperties(
        @DefaultValue("50000") @Min(1) @Max(10_000_000) int maxnumber,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration lasts,
        @DefaultValue("3") @Min(1) int tries,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration clearanceLasts) {}
