package io.boxoffice.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.boot.context.properties.ConfigurationProperties;
import reactor.core.publisher.Mono;

/**
 * Where the services are.
 *
 * @param services base URLs of each service's instances: scheme, host and port
 */
@ConfigurationProperties("boxoffice")
public record ServiceAddresses(Map<String, List<URI>> services) {

    /** Refuses to start with a public path that leads nowhere. */
    public ServiceAddresses {
        for (var service : Service.values()) {
            if (services.getOrDefault(service.key(), List.of()).isEmpty()) {
                throw new IllegalArgumentException("boxoffice.services." + service.key() + " is not set");
            }
        }
    }

    /** The base URLs of a service, one for each instance. */
    public List<URI> of(Service service) {
        return Objects.requireNonNull(services.get(service.key()));
    }

    /** What the first instance that answers says at a path; for what all of them say alike. */
    public <T> Mono<T> anyOf(Service service, String path, Function<URI, Mono<T>> question) {
        return of(service).stream()
                .map(address -> question.apply(address.resolve(path)))
                .reduce((asked, next) -> asked.onErrorResume(_ -> next))
                .orElseThrow();
    }
}
