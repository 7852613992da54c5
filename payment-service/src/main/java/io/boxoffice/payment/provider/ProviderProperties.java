package io.boxoffice.payment.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The payment provider.
 *
 * @param baseUrl its API
 * @param secretKey ours alone
 * @param publishableKey for browsers, which make payment methods with it
 * @param webhookSecret what it signs webhooks with; several while one replaces another
 * @param timeout of connecting and of reading, each; well below {@code payment.answer-within}
 */
@Validated
@ConfigurationProperties("payment.provider")
public record ProviderProperties(
        @NotNull URI baseUrl,
        @NotBlank String secretKey,
        @NotBlank String publishableKey,
        @NotEmpty List<@NotBlank String> webhookSecret,
        @NotNull @DefaultValue("5s") Duration timeout) {

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "ProviderProperties[baseUrl=" + baseUrl + ", timeout=" + timeout + "]";
    }
}
