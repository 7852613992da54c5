package io.boxoffice.inventory.follow;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are followed.
 *
 * @param every how often the shard is asked what changed
 * @param check how often everything is read again and compared
 */
@Validated
@ConfigurationProperties("inventory.stream")
record FollowProperties(
        @DefaultValue("100ms") @DurationMin(millis = 10) Duration every,
        @DefaultValue("1m") @DurationMin(millis = 100) Duration check) {}
