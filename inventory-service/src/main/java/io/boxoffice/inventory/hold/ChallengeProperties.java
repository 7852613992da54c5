package io.boxoffice.inventory.hold;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Challenges at events without a queue.
 *
 * @param newAccount how long an account is new
 */
@ConfigurationProperties("inventory.challenge")
record ChallengeProperties(@DefaultValue("24h") Duration newAccount) {

    /** @param sampleRate the share of fans of an event who are asked although nothing speaks against them */
    @Validated
    @ConfigurationProperties("fraud.challenge")
    record Sample(
            @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.10")
            double sampleRate) {}
}
