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
 * @param lookEvery how often it looks for work that nobody has woken it for
 * @param lease how long a message is in one worker's hands; longer than the SMTP server's slowest answer
 * @param retryFirst pause after the first attempt that failed; doubled after each further one
 * @param retryMost longest pause between two attempts
 * @param settle how long an uncertain message is left alone before the mail log is asked: the server may still be at it
 */
@Validated
@ConfigurationProperties("notification.delivery")
record DeliveryProperties(
        @Min(1) @Max(64) @DefaultValue("4") int workers,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration lookEvery,
        @DurationMin(seconds = 1) @DefaultValue("30s") Duration lease,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration retryFirst,
        @DurationMin(millis = 10) @DefaultValue("30s") Duration retryMost,
        @DurationMin(millis = 0) @DefaultValue("10s") Duration settle) {

    Duration pauseAfter(int attempts) {
        long factor = 1L << Math.min(Math.max(attempts - 1, 0), 20);
        var pause = retryFirst.multipliedBy(factor);
        return pause.compareTo(retryMost) < 0 ? pause : retryMost;
    }
}
