package io.boxoffice.gateway.identity;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID Connect issuer, under Spring's own name for it.
 *
 * @param issuerUri as its tokens name it
 */
@Validated
@ConfigurationProperties("spring.security.oauth2.resourceserver.jwt")
public record IssuerProperties(@NotBlank String issuerUri) {}
