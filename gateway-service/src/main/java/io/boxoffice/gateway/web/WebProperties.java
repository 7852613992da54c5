package io.boxoffice.gateway.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the web app has to know of its surroundings.
 *
 * @param clientId as which client the app asks the issuer for tokens
 * @param paymentProvider where browsers send card numbers; the page may talk to no other stranger
 */
@Validated
@ConfigurationProperties("gateway.web")
record WebProperties(
        @DefaultValue("boxoffice-web") @NotBlank String clientId,
        @DefaultValue("http://127.0.0.1:8091") @NotNull URI paymentProvider) {}
