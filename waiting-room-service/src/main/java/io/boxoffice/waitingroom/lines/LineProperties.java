package io.boxoffice.waitingroom.lines;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long lines live.
 *
 * @param keepLinesFor how long after its event began a line stays in Redis
 */
@Validated
@ConfigurationProperties("waiting-room")
record LineProperties(
        @DefaultValue("7d") @DurationMin(millis = 0) Duration keepLinesFor) {}
