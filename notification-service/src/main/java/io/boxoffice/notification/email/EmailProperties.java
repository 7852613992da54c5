package io.boxoffice.notification.email;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * E-mail.
 *
 * @param from the sender
 * @param mailLogUrl a Mailpit-compatible API that can tell whether an uncertain message was accepted; none by default
 */
@Validated
@ConfigurationProperties("notification")
record EmailProperties(
        @NotBlank @DefaultValue("Boxoffice <tickets@boxoffice.example>")
        String from,

        @Nullable URI mailLogUrl) {}
