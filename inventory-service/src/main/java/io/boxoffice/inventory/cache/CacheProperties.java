package io.boxoffice.inventory.cache;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Caching.
 *
 * @param l3 how long memory is believed when nobody says that something changed
 * @param l2Sale how long Redis is believed during a sale
 * @param l2 how long Redis is believed otherwise
 */
@Validated
@ConfigurationProperties("cache")
public record CacheProperties(
        @DurationMin(millis = 0) @DefaultValue("10s") Duration l3,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration l2Sale,
        @DurationMin(millis = 1) @DefaultValue("5m") Duration l2) {}
