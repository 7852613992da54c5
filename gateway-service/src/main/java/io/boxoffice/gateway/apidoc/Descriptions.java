package io.boxoffice.gateway.apidoc;

import io.boxoffice.gateway.route.Service;
import io.boxoffice.gateway.route.ServiceAddresses;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the services how they describe themselves, when somebody wants to know; of one that is away, the last is kept. */
@Component
class Descriptions {

    private static final Logger log = LoggerFactory.getLogger(Descriptions.class);
    private static final String PATH = "/v3/api-docs";

    /** A service's first description costs it seconds of work: all of them at once take the processor from the fans. */
    private static final int AT_A_TIME = 2;

    /** Everybody's description, and whether all of them answered just now. */
    private record Gathered(byte[] json, boolean complete) {}

    private final ServiceAddresses addresses;
    private final JsonMapper json;
    private final HttpClient http;
    private final Map<Service, JsonNode> known = new ConcurrentHashMap<>();
    private final Mono<Gathered> gathered;

    Descriptions(ServiceAddresses addresses, DocsProperties properties, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
        this.http = HttpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 500)
                .responseTimeout(properties.fetchTimeout());
        // asked once, however many want it at the same time
        this.gathered = Mono.defer(this::gather)
                .cache(
                        latest -> latest.complete() ? properties.refreshEvery() : properties.retryEvery(),
                        _ -> Duration.ZERO,
                        () -> Duration.ZERO);
    }

    /** The one description of them all. */
    Mono<byte[]> merged() {
        return gathered.map(Gathered::json);
    }

    private Mono<Gathered> gather() {
        return Flux.fromArray(Service.values())
                .flatMap(this::refresh, AT_A_TIME)
                // all of them are asked, also after one that is away
                .reduce(true, Boolean::logicalAnd)
                .publishOn(Schedulers.boundedElastic())
                .map(complete -> {
                    var parts = new EnumMap<Service, JsonNode>(Service.class);
                    parts.putAll(known);
                    return new Gathered(json.writeValueAsBytes(Merge.of(parts)), complete);
                });
    }

    private Mono<Boolean> refresh(Service service) {
        return addresses
                .anyOf(service, PATH, address -> fetch(service, address))
                .map(part -> {
                    known.put(service, part);
                    return true;
                })
                .onErrorResume(failure -> {
                    log.atWarn()
                            .addKeyValue("asked", service.key())
                            .addKeyValue("reason", failure.toString())
                            .log("description not fetched");
                    return Mono.just(false);
                });
    }

    private Mono<JsonNode> fetch(Service service, URI address) {
        return http.get()
                .uri(address)
                .responseSingle((response, body) -> {
                    var status = response.status().code();
                    return status == 200
                            ? body.asByteArray()
                            : Mono.<byte[]>error(new IOException(service.key() + " answered " + status));
                })
                .map(json::readTree)
                .filter(part -> part.path("paths").isObject())
                .switchIfEmpty(Mono.error(() -> new IOException(service.key() + " describes no paths")));
    }
}
