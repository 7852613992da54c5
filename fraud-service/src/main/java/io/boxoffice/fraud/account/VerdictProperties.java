package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long verdicts stand.
 *
 * @param challengeLasts a CHALLENGE, after the last score that asked for one
 * @param blockLasts a BLOCK, likewise, unless support lifts it
 * @param repeatEvery a verdict that stands is told again; listeners forget after an hour
 * @param liftLasts how long a lifted account is not blocked again
 */
@Validated
@ConfigurationProperties("fraud.verdicts")
record VerdictProperties(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration challengeLasts,
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration blockLasts,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration repeatEvery,
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration liftLasts) {

    Duration lasts(Verdict decision) {
        return switch (decision) {
            case ALLOW -> Duration.ZERO;
            case CHALLENGE -> challengeLasts;
            case BLOCK -> blockLasts;
        };
    }
}
