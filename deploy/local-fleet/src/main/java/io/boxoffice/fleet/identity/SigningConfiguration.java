package io.boxoffice.fleet.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.boxoffice.fleet.standalone.FleetProperties;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

    @Bean
    JWKSource<SecurityContext> keys(FleetProperties fleet) {
        var key = SigningKey.loadOrCreate(fleet.dataDir().resolve("signing-key.json"));
        return new ImmutableJWKSet<>(new JWKSet(key));
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    UserTokens userTokens(JwtEncoder encoder, IdentityProperties properties, InstantSource clock) {
        return new UserTokens(encoder, properties.issuer(), clock);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(InstantSource clock) {
        return new TokenClaims(clock);
    }
}
