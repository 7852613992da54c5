package io.boxoffice.gateway.route;

import static io.boxoffice.gateway.route.Admission.FRESH;
import static io.boxoffice.gateway.route.Admission.GENUINE;
import static io.boxoffice.gateway.route.Caller.AUTHENTICATED;
import static io.boxoffice.gateway.route.Caller.PROVIDER;
import static io.boxoffice.gateway.route.Caller.PUBLIC;
import static io.boxoffice.gateway.route.Caller.QUEUE_TOKEN;
import static io.boxoffice.gateway.route.Endpoint.to;
import static io.boxoffice.gateway.route.Service.ANALYTICS;
import static io.boxoffice.gateway.route.Service.EVENT;
import static io.boxoffice.gateway.route.Service.FRAUD;
import static io.boxoffice.gateway.route.Service.INVENTORY;
import static io.boxoffice.gateway.route.Service.NOTIFICATION;
import static io.boxoffice.gateway.route.Service.PAYMENT;
import static io.boxoffice.gateway.route.Service.RESALE;
import static io.boxoffice.gateway.route.Service.WAITING_ROOM;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Every public path there is. Routing and checks both come from these lines; what is not here is 404. */
public final class RouteTable {

    static final String PREFIX = "/api/v1";

    static final List<Endpoint> ENDPOINTS = List.of(
            to(WAITING_ROOM, GET, "/events/{event_id}/queue", PUBLIC),
            to(WAITING_ROOM, GET, "/events/{event_id}/queue/draw", PUBLIC),
            to(WAITING_ROOM, GET, "/events/{event_id}/queue/draw/participants", PUBLIC),
            to(WAITING_ROOM, POST, "/events/{event_id}/queue/entries", AUTHENTICATED),
            to(WAITING_ROOM, GET, "/events/{event_id}/queue/entries/me", QUEUE_TOKEN),
            to(WAITING_ROOM, DELETE, "/events/{event_id}/queue/entries/me", QUEUE_TOKEN),
            to(WAITING_ROOM, GET, "/events/{event_id}/queue/entries/me/stream", QUEUE_TOKEN)
                    .within(Patience.STREAM),
            to(INVENTORY, GET, "/events/{event_id}/seat-map", PUBLIC),
            to(INVENTORY, GET, "/events/{event_id}/availability", PUBLIC),
            to(INVENTORY, GET, "/events/{event_id}/availability/stream", PUBLIC).within(Patience.STREAM),
            to(INVENTORY, POST, "/events/{event_id}/holds", AUTHENTICATED).admitting(FRESH),
            to(INVENTORY, GET, "/events/{event_id}/holds/{hold_id}", AUTHENTICATED),
            to(INVENTORY, DELETE, "/events/{event_id}/holds/{hold_id}", AUTHENTICATED),
            to(PAYMENT, GET, "/events/{event_id}/holds/{hold_id}/quote", AUTHENTICATED)
                    .admitting(GENUINE),
            to(PAYMENT, POST, "/events/{event_id}/orders", AUTHENTICATED)
                    .admitting(GENUINE)
                    .within(Patience.ORDER),
            to(PAYMENT, GET, "/orders", AUTHENTICATED),
            to(PAYMENT, GET, "/orders/{order_id}", AUTHENTICATED),
            to(PAYMENT, GET, "/payment-config", PUBLIC),
            to(PAYMENT, POST, "/webhooks/payments", PROVIDER),
            to(INVENTORY, GET, "/events/{event_id}/orders/{order_id}/tickets.pdf", AUTHENTICATED),
            to(PAYMENT, GET, "/orders/{order_id}/receipt.pdf", AUTHENTICATED),
            to(PAYMENT, POST, "/orders/{order_id}/refunds", AUTHENTICATED).within(Patience.ORDER),
            to(PAYMENT, GET, "/orders/{order_id}/refunds/{refund_id}", AUTHENTICATED),
            to(INVENTORY, GET, "/events/{event_id}/tickets", AUTHENTICATED),
            to(INVENTORY, GET, "/tickets", AUTHENTICATED),
            to(INVENTORY, POST, "/events/{event_id}/tickets/{ticket_id}/credential", AUTHENTICATED),
            to(INVENTORY, POST, "/events/{event_id}/scans", AUTHENTICATED),
            to(INVENTORY, GET, "/scan-keys", PUBLIC),
            to(RESALE, GET, "/resale/listings", PUBLIC),
            to(RESALE, POST, "/resale/listings", AUTHENTICATED),
            to(RESALE, GET, "/resale/listings/{listing_id}", PUBLIC),
            to(RESALE, DELETE, "/resale/listings/{listing_id}", AUTHENTICATED),
            to(RESALE, POST, "/resale/listings/{listing_id}/purchase", AUTHENTICATED)
                    .within(Patience.ORDER),
            to(FRAUD, POST, "/challenges", AUTHENTICATED),
            to(FRAUD, POST, "/challenges/{challenge_id}/solutions", AUTHENTICATED),
            to(ANALYTICS, GET, "/analytics/events/{event_id}/summary", AUTHENTICATED),
            to(ANALYTICS, GET, "/analytics/events/{event_id}/timeseries", AUTHENTICATED),
            to(NOTIFICATION, PUT, "/events/{event_id}/notify-me", AUTHENTICATED),
            to(WAITING_ROOM, GET, "/ops/events/{event_id}/queue", AUTHENTICATED),
            to(WAITING_ROOM, PUT, "/ops/events/{event_id}/queue", AUTHENTICATED),
            to(WAITING_ROOM, GET, "/ops/events/{event_id}/queue/audit", AUTHENTICATED),
            to(EVENT, GET, "/venues", PUBLIC),
            to(EVENT, POST, "/venues", AUTHENTICATED),
            to(EVENT, GET, "/venues/{venue_id}", PUBLIC),
            to(EVENT, GET, "/events", PUBLIC),
            to(EVENT, POST, "/events", AUTHENTICATED),
            to(EVENT, GET, "/events/{event_id}", PUBLIC),
            to(EVENT, PATCH, "/events/{event_id}", AUTHENTICATED),
            to(EVENT, POST, "/events/{event_id}/publish", AUTHENTICATED),
            to(EVENT, POST, "/events/{event_id}/cancel", AUTHENTICATED),
            to(EVENT, POST, "/events/{event_id}/postpone", AUTHENTICATED),
            to(EVENT, POST, "/events/{event_id}/presale-codes", AUTHENTICATED),
            to(EVENT, POST, "/events/{event_id}/images", AUTHENTICATED)
                    .within(Patience.UPLOAD)
                    .carrying(Load.IMAGE),
            to(EVENT, GET, "/images/{hash}", PUBLIC));

    private RouteTable() {}

    /** What the table says about a request. */
    sealed interface Finding {
        record Found(Match match) implements Finding {}

        record WrongMethod(Set<HttpMethod> allowed) implements Finding {}

        record Unknown() implements Finding {}
    }

    /** The methods that are served at a path; none where there is nothing. */
    public static Set<HttpMethod> methodsAt(String rawPath) {
        // no line serves TRACE, so that all that are there are told
        return find(HttpMethod.TRACE, rawPath) instanceof Finding.WrongMethod(var allowed) ? allowed : Set.of();
    }

    /** The line that leads to an operation of a service, whatever the service calls the ids in its path. */
    public static Optional<Endpoint> lineTo(Service service, HttpMethod method, String template) {
        return ENDPOINTS.stream()
                .filter(line -> line.service() == service && line.method().equals(method))
                .filter(line -> nameless(PREFIX + line.path().text()).equals(nameless(template)))
                .findFirst();
    }

    private static String nameless(String template) {
        return template.replaceAll("\\{[^}]+}", "{}");
    }

    static Finding find(HttpMethod method, String rawPath) {
        if (!rawPath.startsWith(PREFIX + "/")) {
            return new Finding.Unknown();
        }
        var path = PathTemplate.split(rawPath.substring(PREFIX.length()));
        var allowed = new LinkedHashSet<HttpMethod>();
        for (var endpoint : ENDPOINTS) {
            var variables = endpoint.path().match(path);
            if (variables == null) {
                continue;
            }
            if (endpoint.serves(method)) {
                return new Finding.Found(new Match(endpoint, variables));
            }
            allowed.add(endpoint.method());
        }
        return allowed.isEmpty() ? new Finding.Unknown() : new Finding.WrongMethod(allowed);
    }
}
