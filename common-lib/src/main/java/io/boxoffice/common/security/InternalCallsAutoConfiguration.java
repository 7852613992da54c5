package io.boxoffice.common.security;

import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Clients of the other services, where a service has credentials of its own. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnProperty("boxoffice.client.id")
@EnableConfigurationProperties(ServiceProperties.class)
public class InternalCallsAutoConfiguration {

    @Bean
    InternalCalls internalCalls(
            ServiceProperties properties, RestClient.Builder builder, JsonMapper json, Environment environment) {
        var client = properties.client();
        var tokenUri = client.tokenUri() != null
                ? client.tokenUri()
                : environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri") + "/oauth2/token";
        var registrations = new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("internal")
                .clientId(Objects.requireNonNull(client.id()))
                .clientSecret(client.secret())
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("internal")
                .tokenUri(tokenUri)
                .build());
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials()
                .build());
        return new InternalCalls(properties, manager, builder, json);
    }
}
