package io.boxoffice.inventory.ticket;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Codes of tickets.
 *
 * @param codeStep how long a rotating proof is the newest; it is good for one such step more
 */
@Validated
@ConfigurationProperties("tickets")
record TicketProperties(
        @DurationMin(seconds = 1) @DefaultValue("15s") Duration codeStep) {}
