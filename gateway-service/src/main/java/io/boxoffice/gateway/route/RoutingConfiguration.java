package io.boxoffice.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.CONNECT_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.boxoffice.gateway.breaker.Breakers;
import io.boxoffice.gateway.problem.ProblemWriter;
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

    /** Before the filters that resolve the address and forward, after the one that writes the answer. */
    private static final int AROUND_FORWARDING = 2;

    /** One outcome for each request of a client, repeated or not. */
    private static final int AROUND_REPEATING = 1;

    @Bean
    RouteLocator routes(
            ServiceAddresses addresses, TimeoutProperties timeouts, Breakers breakers, ProblemWriter problems) {
        var guards = new EnumMap<Service, GatewayFilter>(Service.class);
        for (var service : Service.values()) {
            guards.put(service, new ServiceBreaker(breakers.of(service.key()), breakers.openFor(), problems));
        }
        var routes = RouteTable.ENDPOINTS.stream()
                .map(Target::of)
                .distinct()
                .map(target -> route(target, addresses, timeouts, guards))
                .toList();
        return () -> Flux.fromIterable(routes);
    }

    private static Route route(
            Target target, ServiceAddresses addresses, TimeoutProperties timeouts, Map<Service, GatewayFilter> guards) {
        return Route.async()
                .id(target.service().key() + "-" + target.patience())
                .uri(addresses.of(target.service()))
                .predicate(exchange -> Target.of(Match.of(exchange).endpoint()).equals(target))
                .filter(new OrderedGatewayFilter(
                        Objects.requireNonNull(guards.get(target.service())), AROUND_REPEATING))
                .filter(new OrderedGatewayFilter(new SafeRetry(), AROUND_FORWARDING))
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
