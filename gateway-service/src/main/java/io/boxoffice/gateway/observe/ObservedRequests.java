package io.boxoffice.gateway.observe;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.edge.Client;
import io.boxoffice.gateway.identity.Subject;
import io.boxoffice.gateway.route.Match;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Notes what accounts do that bots do too; told when the answer is known, on its way out. */
@Component
public class ObservedRequests implements Step {

    private static final String DEVICE = "X-Device-Id";
    private static final String DEVICE_HASH = "X-Device-Hash";

    private final Observations observations;
    private final ObserveProperties properties;
    private final InstantSource clock;

    ObservedRequests(Observations observations, ObserveProperties properties, InstantSource clock) {
        this.observations = observations;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var action = Action.of(Match.of(exchange).endpoint());
        var subject = Subject.of(exchange);
        if (action != null && subject != null) {
            exchange.getResponse()
                    .beforeCommit(() -> Mono.fromRunnable(
                            () -> observations.add(observed(exchange, action, subject), TraceParent.of(exchange))));
        }
        return Passage.granted(exchange);
    }

    private RequestObserved observed(ServerWebExchange exchange, Action action, Subject subject) {
        var event = Match.of(exchange).variables().get("event_id");
        var status = exchange.getResponse().getStatusCode();
        return new RequestObserved(
                event == null ? null : UUID.fromString(event),
                clock.instant(),
                UUID.fromString(subject.id()),
                action.word(),
                device(exchange),
                address(exchange),
                subject.accountCreatedAt(),
                (status == null ? HttpStatus.OK : status).value());
    }

    /** Whoever joins names the device in the body; the waiting room tells its hash, which is not for the fan. */
    private static @Nullable String device(ServerWebExchange exchange) {
        var told = exchange.getResponse().getHeaders().remove(DEVICE_HASH);
        return told == null || told.isEmpty()
                ? Hashes.of(exchange.getRequest().getHeaders().getFirst(DEVICE))
                : told.getFirst();
    }

    private @Nullable String address(ServerWebExchange exchange) {
        var client = Client.of(exchange);
        return client == null || client.address() == null ? null : Hashes.of(properties.salt() + client.address());
    }
}
