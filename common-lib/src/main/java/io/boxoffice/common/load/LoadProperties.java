package io.boxoffice.common.load;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Telling the load.
 *
 * @param enabled whether it is told at all
 * @param every how often; also the window that is measured
 */
@Validated
@ConfigurationProperties("boxoffice.load")
record LoadProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration every) {}
