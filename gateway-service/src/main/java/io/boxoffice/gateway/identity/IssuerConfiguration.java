package io.boxoffice.gateway.identity;

import com.nimbusds.jose.jwk.JWKSet;
import io.boxoffice.gateway.keys.KeyClient;
import io.boxoffice.gateway.keys.KeyProperties;
import io.boxoffice.gateway.keys.KeySet;
import io.boxoffice.gateway.keys.SigningAlgorithm;
import io.boxoffice.gateway.keys.TokenVerifier;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    private static final Duration LEEWAY = Duration.ofSeconds(30);

    @Bean
    BearerCheck bearerCheck(IssuerProperties issuer, KeyClient client, KeyProperties properties, InstantSource clock) {
        var name = issuer.issuerUri();
        var keys = new KeySet(name, SigningAlgorithm.RS256, keysOf(name, client), properties, clock);
        keys.warmUp();
        return new BearerCheck(new TokenVerifier(keys, name, LEEWAY, clock));
    }

    private static Mono<JWKSet> keysOf(String issuer, KeyClient client) {
        var discovery = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        return client.document(discovery).flatMap(document -> client.keys(keyAddress(issuer, document)));
    }

    private static URI keyAddress(String issuer, Map<String, Object> document) {
        if (!issuer.equals(document.get("issuer"))) {
            throw new IllegalStateException("the issuer calls itself " + document.get("issuer"));
        }
        return URI.create(String.valueOf(document.get("jwks_uri")));
    }
}
