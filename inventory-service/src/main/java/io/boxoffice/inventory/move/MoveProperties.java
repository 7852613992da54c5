package io.boxoffice.inventory.move;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Moves of events.
 *
 * @param every how often each instance looks for moves to make
 * @param longestPause a pause that lasts longer is given up before the decision, and the move tried again later
 * @param tryAgain after how long a move that was interrupted goes on; twice as long each time
 * @param attempts after how many attempts in vain a move has failed
 */
@Validated
@ConfigurationProperties("inventory.move")
record MoveProperties(
        @DurationMin(millis = 1) @DefaultValue("1s") Duration every,
        @DurationMin(millis = 1) @DefaultValue("900ms") Duration longestPause,
        @DurationMin(millis = 1) @DefaultValue("1s") Duration tryAgain,
        @Min(1) @DefaultValue("10") int attempts) {}
