package io.boxoffice.common.security;

import com.nimbusds.jose.JWSAlgorithm;
import io.boxoffice.common.web.ProblemBodies;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every service verifies bearer tokens by itself; the gateway is the first check, not the only one. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class SecurityAutoConfiguration {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            AccessRules rules,
            ProblemBodies problems,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(EndpointRequest.toAnyEndpoint()).permitAll();
                    requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/error")
                            .permitAll();
                    requests.requestMatchers("/internal/**").hasAuthority("SCOPE_internal");
                    rules.apply(requests);
                    requests.anyRequest().access(new UnmappedOnly(mappings));
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityAutoConfiguration::authenticated))
                        .authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(unauthenticated(), request, response);
                        })
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                Problems.forbidden("Your role does not allow this."), request, response)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            problems.write(unauthenticated(), request, response);
                        })
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                Problems.forbidden("Your role does not allow this."), request, response)))
                .build();
    }

    private static ProblemException unauthenticated() {
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in and send a bearer token that has not expired.");
    }

    /** Discovery happens at the first token, so that a service starts while the issuer is away. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(Environment environment, Clock clock) {
        var issuer = environment.getRequiredProperty(ISSUER);
        return new SupplierJwtDecoder(() -> {
            var decoder = new NimbusJwtDecoder(BearerTokens.processor(keySetOf(issuer), JWSAlgorithm.RS256, clock));
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                    new JwtTimestampValidator(CLOCK_SKEW), new JwtIssuerValidator(issuer)));
            return decoder;
        });
    }

    private static URI keySetOf(String issuer) {
        Map<?, ?> metadata = RestClient.create()
                .get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .body(Map.class);
        if (metadata == null || !(metadata.get("jwks_uri") instanceof String keySet)) {
            throw new IllegalStateException("the issuer publishes no jwks_uri");
        }
        return URI.create(keySet);
    }

    private static AbstractAuthenticationToken authenticated(Jwt token) {
        var authorities = new ArrayList<GrantedAuthority>();
        var roles = token.getClaimAsStringList("roles");
        if (roles != null) {
            roles.forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        }
        if (scopes(token).contains("internal")) {
            authorities.add(new SimpleGrantedAuthority("SCOPE_internal"));
        }
        return new JwtAuthenticationToken(token, authorities);
    }

    /** Issuers differ: a list, or words in one string (RFC 8693). */
    private static List<String> scopes(Jwt token) {
        Object scope = token.getClaim("scope");
        return switch (scope) {
            case String words -> List.of(words.split(" "));
            case List<?> list -> list.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }
}
