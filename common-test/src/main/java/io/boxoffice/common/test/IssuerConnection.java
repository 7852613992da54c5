package io.boxoffice.common.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Import it and the context trusts {@link TestIssuer}, for bearer tokens, access tokens, clearances and its own client credentials. */
@TestConfiguration(proxyBeanMethods = false)
public class IssuerConnection {

    @Bean
    DynamicPropertyRegistrar issuerProperties() {
        return registry -> {
            registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer::uri);
            registry.add("boxoffice.access-tokens.key-set-uri", TestIssuer::accessTokenKeys);
            registry.add("boxoffice.challenges.key-set-uri", TestIssuer::clearanceKeys);
            registry.add("boxoffice.client.id", () -> "svc-test");
            registry.add("boxoffice.client.secret", () -> "test");
        };
    }
}
