package io.boxoffice.notification.mailing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Letters to many.
 *
 * @param batch how many deliveries one step of a mailing makes
 * @param every how often each instance takes a step of the mailing that began first
 */
@Validated
@ConfigurationProperties("notification.mailing")
record MailingProperties(
        @Min(1) @Max(10_000) @DefaultValue("500") int batch,
        @DurationMin(millis = 10) @DefaultValue("1s") Duration every) {}
