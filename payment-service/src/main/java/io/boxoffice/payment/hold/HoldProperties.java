package io.boxoffice.payment.hold;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Calls to inventory.
 *
 * @param timeout of reading one answer
 */
@Validated
@ConfigurationProperties("payment.inventory")
public record HoldProperties(@NotNull @DefaultValue("2s") Duration timeout) {}
