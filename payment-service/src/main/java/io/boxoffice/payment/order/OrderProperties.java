package io.boxoffice.payment.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The saga's limits.
 *
 * @param maxAttempts how many declines a hold survives, the last one not
 * @param answerWithin when a buyer gets 202 and the saga goes on without them
 * @param unconfirmedAfter age at which an order without reserved money is given up
 * @param stuckAfter age at which an order without an answer is told to be stuck
 * @param lease how long a worker may be silent before another one goes on; longer than any single call
 */
@Validated
@ConfigurationProperties("payment")
public record OrderProperties(
        @Min(1) @Max(10) @DefaultValue("3") int maxAttempts,
        @NotNull @DefaultValue("8s") Duration answerWithin,
        @NotNull @DefaultValue("2m") Duration unconfirmedAfter,
        @NotNull @DefaultValue("15m") Duration stuckAfter,
        @NotNull @DefaultValue("30s") Duration lease) {}
