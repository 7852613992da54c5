package io.boxoffice.analytics.stream;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topics are counted.
 *
 * @param stateDir where the running sums are kept on disk, one directory per process; losing it is harmless
 * @param commitEvery how long figures may trail behind the messages
 * @param remember how long after a message its repetition is still known
 * @param checkEvery how often an instance looks which counts are to be made, and whether its own still run
 */
@Validated
@ConfigurationProperties("analytics")
record StreamProperties(
        @NotNull Path stateDir,
        @DefaultValue("500ms") Duration commitEvery,
        @DefaultValue("24h") Duration remember,
        @DefaultValue("1s") Duration checkEvery) {}
