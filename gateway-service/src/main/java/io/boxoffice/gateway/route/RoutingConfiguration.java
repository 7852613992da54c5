package io.boxoffice.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.CONNECT_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.boxoffice.gateway.breaker.Breakers;
import io.boxoffice.gateway.problem.ProblemWriter;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.OrderedGatewayFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Forwards what the table has matched: one route for each service and patience. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private record Target(Service service, Patience patience) {
        static Target of(Endpoint endpoint) {
            return new Target(endpoint.service(), endpoint.patience());
        }
    }

    /** After the filter that writes the answer, before those that forward: one outcome for each request of a client, repeated or not. */
    private static final int AROUND_FORWARDING = 1;

    private record Guards(GatewayFilter breaker, GatewayFilter spreading) {}

    @Bean
    RouteLocator routes(
            ServiceAddresses addresses,
            TimeoutProperties timeouts,
            Breakers breakers,
            ProblemWriter problems,
            InstantSource clock) {
        var guards = new EnumMap<Service, Guards>(Service.class);
        for (var service : Service.values()) {
            guards.put(
                    service,
                    new Guards(
                            new ServiceBreaker(breakers.of(service.key()), breakers.openFor(), problems),
                            new Spreading(new Instances(addresses.of(service), clock))));
        }
        var routes = RouteTable.ENDPOINTS.stream()
                .map(Target::of)
                .distinct()
                .map(target -> route(target, addresses, timeouts, guards))
                .toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route route(
            Target target, ServiceAddresses addresses, TimeoutProperties timeouts, Map<Service, Guards> guards) {
        var guard = Objects.requireNonNull(guards.get(target.service()));
        return Route.async()
                .id(target.service().key() + "-" + target.patience())
                .uri(addresses.of(target.service()).getFirst())
                .predicate(exchange -> Target.of(Match.of(exchange).endpoint()).equals(target))
                .filter(new OrderedGatewayFilter(guard.breaker(), AROUND_FORWARDING))
                .filter(new OrderedGatewayFilter(guard.spreading(), Spreading.ORDER))
                .metadata(
                        CONNECT_TIMEOUT_ATTR, Math.toIntExact(timeouts.connect().toMillis()))
                .metadata(RESPONSE_TIMEOUT_ATTR, timeouts.of(target.patience()).toMillis())
                .build();
    }

    /** The client's own retry would repeat a POST as well; and a body that stalls must not keep its connection. */
    @Bean
    HttpClientCustomizer forwardingClient(TimeoutProperties timeouts) {
        return client -> client.disableRetry(true).responseTimeout(timeouts.orders());
    }
}
