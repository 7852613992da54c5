package io.boxoffice.resale.ticket;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Calls to inventory.
 *
 * @param timeout of reading one answer; well below {@code resale.lease}
 */
@Validated
@ConfigurationProperties("resale.inventory")
record TicketProperties(@NotNull @DefaultValue("2s") Duration timeout) {}
