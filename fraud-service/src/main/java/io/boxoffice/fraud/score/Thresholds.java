package io.boxoffice.fraud.score;

import io.boxoffice.common.security.Challenges.Verdict;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which scores lead to what.
 *
 * @param challenge scores from here are challenged
 * @param block scores from here are blocked
 */
@Validated
@ConfigurationProperties("fraud.thresholds")
public record Thresholds(
        @DefaultValue("40") @Min(1) @Max(101) int challenge,
        @DefaultValue("85") @Min(1) @Max(101) int block) {

    Verdict of(int score) {
        if (score >= block) {
            return Verdict.BLOCK;
        }
        return score >= challenge ? Verdict.CHALLENGE : Verdict.ALLOW;
    }

    @AssertTrue(message = "challenge ≤ block")
    boolean isInOrder() {
        return challenge <= block;
    }
}
