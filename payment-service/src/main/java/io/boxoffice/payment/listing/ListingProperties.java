package io.boxoffice.payment.listing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Calls to resale-service.
 *
 * @param timeout of reading one answer
 */
@Validated
@ConfigurationProperties("payment.resale")
record ListingProperties(@NotNull @DefaultValue("2s") Duration timeout) {}
