package io.boxoffice.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Delivery of messages.
 *
 * @param workers how many messages one instance sends at a time
 * @param massWorkers how many of them may send letters to many; the others are kept for letters of one order
 * @param lookEvery how often it looks for work that nobody has woken it for
 * @param lease how long a message is in one worker's hands; longer than the SMTP server's slowest answer
 * @param retryFirst pause after the first attempt that failed; doubled after each further one, and up to half of it left to chance
 * @param retryMost longest pause between two attempts
 * @param maxAge how old a message gets that nobody takes; then it is given up
 * @param settle how long an uncertain message is left alone before the mail log is asked: the server may still be at it
 */
@Validated
@ConfigurationProperties("notification.delivery")
record DeliveryProperties(
        @Min(1) @Max(64) @DefaultValue("4") int workers,
        @Min(1) @Max(64) @DefaultValue("1") int massWorkers,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration lookEvery,
        @DurationMin(seconds = 1) @DefaultValue("30s") Duration lease,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration retryFirst,
        @DurationMin(millis = 10) @DefaultValue("30s") Duration retryMost,
        @DurationMin(seconds = 1) @DefaultValue("24h") Duration maxAge,
        @DurationMin(millis = 0) @DefaultValue("10s") Duration settle) {

    /**
     * The pause after this many attempts.
     *
     * @param chance from 0 to 1: those who failed together do not all come back together
     */
    Duration pauseAfter(int attempts, double chance) {
        long factor = 1L << Math.min(Math.max(attempts - 1, 0), 20);
        var doubled = retryFirst.multipliedBy(factor);
        var longest = doubled.compareTo(retryMost) < 0 ? doubled : retryMost;
        return Duration.ofNanos((long) (longest.toNanos() * (1 - chance / 2)));
    }
}
