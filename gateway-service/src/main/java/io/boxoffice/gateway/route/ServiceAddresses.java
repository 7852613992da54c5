package io.boxoffice.gateway.route;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param services base URL of each service: scheme, host and port
 */
@ConfigurationProperties("boxoffice")
public record ServiceAddresses(Map<String, URI> services) {

    /** Refuses to start with a public path that leads nowhere. */
    public ServiceAddresses {
        for (var service : Service.values()) {
            if (!services.containsKey(service.key())) {
                throw new IllegalArgumentException("boxoffice.services." + service.key() + " is not set");
            }
        }
    }

    /** The base URL of a service. */
    public URI of(Service service) {
        return Objects.requireNonNull(services.get(service.key()));
    }
}
