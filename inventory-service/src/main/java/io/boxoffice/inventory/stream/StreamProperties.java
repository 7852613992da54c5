package io.boxoffice.inventory.stream;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Streams of one instance.
 *
 * @param most how many may be open; Tomcat must allow more connections than these
 * @param heartbeat after how long a silence a stream says that it is alive
 * @param patience how long a viewer may leave unread what it was sent
 * @param sendBuffer what the system keeps at most of what a viewer has not read
 */
@Validated
@ConfigurationProperties("inventory.stream")
record StreamProperties(
        @DefaultValue("10000") @Min(0) int most,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration heartbeat,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration patience,
        @DefaultValue("128KB") @NotNull DataSize sendBuffer) {}
