package io.boxoffice.gateway.apidoc;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the services' descriptions are gathered.
 *
 * @param refreshEvery how long one that is complete is shown
 * @param retryEvery how soon services that did not answer are asked again
 * @param fetchTimeout how long a service may take to describe itself: the first time it has to find out
 */
@Validated
@ConfigurationProperties("gateway.docs")
record DocsProperties(
        @NotNull @DefaultValue("1m") Duration refreshEvery,
        @NotNull @DefaultValue("5s") Duration retryEvery,
        @NotNull @DefaultValue("30s") Duration fetchTimeout) {}
