package io.boxoffice.fraud.score;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** What each rule of {@code rules-1} weighs; the defaults are in application.yaml. */
@Validated
@ConfigurationProperties("fraud.rules")
record RuleProperties(
        @Valid Weight accountVelocity,
        @Valid Weight addressVelocity,
        @Valid Weight devicesPerAccount,
        @Valid Weight accountsPerDevice,
        @Valid Weight failedPayments,
        @Valid Weight failedChallenges,
        @Valid Weight manyChallenges,
        @Valid NewAccountWeight newAccount) {

    /** What a young account weighs. */
    record NewAccountWeight(@Min(0) @Max(100) int points, Duration youngerThan) {}
}
