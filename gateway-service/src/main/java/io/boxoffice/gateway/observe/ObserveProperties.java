package io.boxoffice.gateway.observe;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is told of requests.
 *
 * @param topic where
 * @param salt goes before an address when it is hashed; all instances, and whoever compares such hashes, need the same
 * @param waiting how many may wait to be sent; more are dropped
 */
@Validated
@ConfigurationProperties("gateway.observe")
record ObserveProperties(
        @NotBlank @DefaultValue("boxoffice.risk") String topic,
        @DefaultValue("") String salt,
        @Min(1) @DefaultValue("2000") int waiting) {}
