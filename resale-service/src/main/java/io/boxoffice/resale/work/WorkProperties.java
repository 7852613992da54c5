package io.boxoffice.resale.work;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How listings without a worker are gone on with.
 *
 * @param reconcileEvery pause between two rounds, and between two tries at what got no answer
 * @param lease how long a worker may be silent before another one goes on; longer than any single call
 */
@Validated
@ConfigurationProperties("resale")
record WorkProperties(
        @NotNull @DefaultValue("2s") Duration reconcileEvery,
        @NotNull @DefaultValue("30s") Duration lease) {}
