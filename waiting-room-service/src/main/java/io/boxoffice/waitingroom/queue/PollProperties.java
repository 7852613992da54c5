package io.boxoffice.waitingroom.queue;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much polling one line may cause.
 *
 * @param pollBudget polls a second of one line; where more fans wait than it allows, those far away are told to poll less often
 */
@Validated
@ConfigurationProperties("waiting-room")
record PollProperties(@DefaultValue("20000") @Min(1) int pollBudget) {}
