package io.boxoffice.gateway.web;

import io.boxoffice.gateway.identity.IssuerProperties;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** {@code /web-config.json}: what the app reads before anything else. */
    record WebConfig(String issuer, String client_id, String payment_provider) {}

    @Bean
    WebApp webApp(WebProperties properties, IssuerProperties issuer, JsonMapper json) {
        var configuration = new WebConfig(
                issuer.issuerUri(),
                properties.clientId(),
                properties.paymentProvider().toString());
        return new WebApp(
                Site.read(json.writeValueAsBytes(configuration)),
                BrowserRules.of(URI.create(issuer.issuerUri()), properties.paymentProvider()));
    }
}
