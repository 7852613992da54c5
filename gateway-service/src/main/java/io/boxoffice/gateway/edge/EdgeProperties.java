package io.boxoffice.gateway.edge;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken from outside.
 *
 * @param trustedProxies networks (CIDR) or addresses whose X-Forwarded-* headers are believed
 * @param maxBody the largest request body
 * @param slowestBody how long a client may take to send a body: less than services may take to answer
 * @param maxImage the largest picture of an event
 * @param slowestImage how long a client may take to send a picture
 */
@Validated
@ConfigurationProperties("gateway")
record EdgeProperties(
        @DefaultValue List<AddressRange> trustedProxies,
        @NotNull @DefaultValue("256KB") DataSize maxBody,
        @NotNull @DefaultValue("4s") Duration slowestBody,
        @NotNull @DefaultValue("10MB") DataSize maxImage,
        @NotNull @DefaultValue("25s") Duration slowestImage) {}
