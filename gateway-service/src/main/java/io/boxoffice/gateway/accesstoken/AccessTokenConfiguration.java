package io.boxoffice.gateway.accesstoken;

import io.boxoffice.gateway.keys.KeyClient;
import io.boxoffice.gateway.keys.KeyProperties;
import io.boxoffice.gateway.keys.KeySet;
import io.boxoffice.gateway.keys.SigningAlgorithm;
import io.boxoffice.gateway.keys.TokenVerifier;
import io.boxoffice.gateway.route.Service;
import io.boxoffice.gateway.route.ServiceAddresses;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessTokenConfiguration {

    private static final String ISSUER = "boxoffice-waiting-room";
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    @Bean
    AccessTokenCheck accessTokenCheck(
            ServiceAddresses addresses,
            KeyClient client,
            KeyProperties properties,
            DenyList denyList,
            AccessTokenProperties accessTokens,
            InstantSource clock) {
        var published = addresses.anyOf(Service.WAITING_ROOM, "/.well-known/access-token-jwks.json", client::keys);
        var keys = new KeySet(ISSUER, SigningAlgorithm.ES256, published, properties, clock);
        keys.warmUp();
        return new AccessTokenCheck(new TokenVerifier(keys, ISSUER, LEEWAY, clock), denyList, accessTokens, clock);
    }
}
