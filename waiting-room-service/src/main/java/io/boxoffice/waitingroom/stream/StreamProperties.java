package io.boxoffice.waitingroom.stream;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Streams of one instance.
 *
 * @param max how many may be open
 * @param every how often entries are looked at
 * @param heartbeat how often a stream says something, also when nothing changes: more often than proxies give up on a silent one
 */
@Validated
@ConfigurationProperties("waiting-room.streams")
record StreamProperties(
        @DefaultValue("2000") @Min(0) int max,
        @DefaultValue("1s") @DurationMin(millis = 10) Duration every,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration heartbeat) {}
