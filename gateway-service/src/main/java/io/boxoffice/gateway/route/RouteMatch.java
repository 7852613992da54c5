package io.boxoffice.gateway.route;

import io.boxoffice.gateway.door.Passage;
import io.boxoffice.gateway.door.Step;
import io.boxoffice.gateway.problem.Problem;
import io.boxoffice.gateway.route.RouteTable.Finding;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Finds the line of the route table; comes before authentication, so that an unknown path is 404 to everybody. */
@Component
public class RouteMatch implements Step {

    RouteMatch() {}

    @Override
    public Mono<Passage> look(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return switch (RouteTable.find(request.getMethod(), request.getURI().getRawPath())) {
            case Finding.Found(var match) -> found(exchange, match);
            case Finding.WrongMethod(var allowed) ->
                Passage.refused(Problem.methodNotAllowed(
                        allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "))));
            case Finding.Unknown() ->
                Passage.refused(
                        Problem.of(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at this path."));
        };
    }

    private static Mono<Passage> found(ServerWebExchange exchange, Match match) {
        match.keepIn(exchange);
        // metrics by template, not by path: ids would make a time series each
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(
                        RouteTable.PREFIX + match.endpoint().path().text()));
        return Passage.granted(LegalQuery.in(exchange));
    }
}
