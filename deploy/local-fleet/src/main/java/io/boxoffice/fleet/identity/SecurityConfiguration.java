package io.boxoffice.fleet.identity;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import tools.jackson.databind.json.JsonMapper;

/** Three doors: the OAuth endpoints, the token mill for drivers, and the login page. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    DemoLogin demoLogin(IdentityProperties properties) {
        return new DemoLogin(properties.demoPassword());
    }

    @Bean
    @Order(1)
    SecurityFilterChain oauth(
            HttpSecurity http, IdentityProperties properties, UserTokens tokens, DemoLogin login, JsonMapper json) {
        var authorize = PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/oauth2/authorize");
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.authorizationEndpoint(endpoint ->
                            endpoint.authenticationProviders(providers -> allowRedirects(providers, properties)));
                    server.tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverter(new PasswordGrant.Converter())
                            .authenticationProvider(new PasswordGrantProvider(tokens, login)));
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            endpoint -> endpoint.providerConfigurationCustomizer(SecurityConfiguration::describe)));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .cors(cors -> cors.configurationSource(webAppOrigin(properties)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), authorize)
                        .defaultAuthenticationEntryPointFor(new Unauthenticated(json), request -> true))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tokenMill(HttpSecurity http, IdentityProperties properties, JsonMapper json) {
        var refused = new Unauthenticated(json);
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .authenticationProvider(new E2eClientLogin(properties.e2eSecret()))
                .httpBasic(basic -> basic.authenticationEntryPoint(refused))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refused))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain loginPage(HttpSecurity http, DemoLogin login) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .authenticationProvider(login)
                .formLogin(form -> form.loginPage("/login"))
                .logout(withDefaults())
                .build();
    }

    /** Names what works here, not all that the library could do. */
    private static void describe(OidcProviderConfiguration.Builder discovery) {
        discovery
                .grantTypes(types -> {
                    types.clear();
                    types.addAll(List.of("authorization_code", "client_credentials", PasswordGrant.TYPE.getValue()));
                })
                .scopes(scopes -> {
                    scopes.clear();
                    scopes.addAll(UserTokens.SCOPES);
                });
    }

    private static void allowRedirects(List<AuthenticationProvider> providers, IdentityProperties properties) {
        for (var provider : providers) {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider codes) {
                codes.setAuthenticationValidator(
                        new RedirectBelowGateway(properties.webApps()).andThen(DEFAULT_SCOPE_VALIDATOR));
            }
        }
    }

    /** The web app fetches discovery, keys and tokens from its own origin, the gateway's. */
    private static UrlBasedCorsConfigurationSource webAppOrigin(IdentityProperties properties) {
        var allowed = new CorsConfiguration();
        properties
                .webApps()
                .forEach(webApp -> allowed.addAllowedOrigin(webApp.getScheme() + "://" + webApp.getRawAuthority()));
        allowed.setAllowedMethods(List.of("GET", "POST"));
        allowed.addAllowedHeader("*");
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        return source;
    }
}
