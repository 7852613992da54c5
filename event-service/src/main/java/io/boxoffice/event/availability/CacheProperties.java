package io.boxoffice.event.availability;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Caching.
 *
 * @param l3 how old a figure in memory may become while its source answers
 */
@Validated
@ConfigurationProperties("cache")
record CacheProperties(
        @DurationMin(millis = 0) @DefaultValue("10s") Duration l3) {}
