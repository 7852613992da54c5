package io.boxoffice.common.security;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services are, and who we are when we call them.
 *
 * @param services base URLs of the instances by service name ({@code boxoffice.services.inventory}, …), comma separated
 * @param client our credentials at the issuer
 */
@ConfigurationProperties("boxoffice")
record ServiceProperties(
        @DefaultValue Map<String, List<URI>> services,
        @DefaultValue Client client) {

    /**
     * @param id client id, {@code svc-<service>}
     * @param secret client secret
     * @param tokenUri the issuer's token endpoint; by default {@code <issuer>/oauth2/token}
     */
    record Client(
            @Nullable String id,
            @Nullable String secret,
            @Nullable String tokenUri) {}
}
