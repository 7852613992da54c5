package io.boxoffice.gateway.route;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param most how many streams may be forwarded at once from each address */
@Validated
@ConfigurationProperties("gateway.streams")
record StreamProperties(@Min(1) @DefaultValue("8000") int most) {}
