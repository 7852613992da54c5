package io.boxoffice.fleet.identity;

import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_POST;

import java.util.ArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {
    static final String E2E = "boxoffice-e2e";

    @Bean
    RegisteredClientRepository clients(IdentityProperties properties) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(web(properties));
        clients.add(e2e(properties));
        properties.serviceSecrets().forEach((name, secret) -> clients.add(service(name, secret)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    OAuth2AuthorizationService authorizations() {
        return new RecentAuthorizations();
    }

    @Bean
    PasswordEncoder secrets() {
        return new PlainSecrets();
    }

    /** One redirect is named, as a registration must; {@link RedirectBelowGateway} decides in its place. */
    private static RegisteredClient web(IdentityProperties properties) {
        return client("boxoffice-web")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(properties.gatewayUrl().resolve("/").toString())
                .postLogoutRedirectUris(uris -> properties
                        .webApps()
                        .forEach(webApp -> uris.add(webApp.resolve("/").toString())))
                .scopes(scopes -> scopes.addAll(UserTokens.SCOPES))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient e2e(IdentityProperties properties) {
        return client(E2E)
                .clientSecret(properties.e2eSecret())
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(PasswordGrant.TYPE)
                .scopes(scopes -> scopes.addAll(UserTokens.SCOPES))
                .build();
    }

    private static RegisteredClient service(String name, String secret) {
        return client(name)
                .clientSecret(secret)
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope("internal")
                .build();
    }

    private static RegisteredClient.Builder client(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(UserTokens.LIFETIME)
                        .build());
    }
}
