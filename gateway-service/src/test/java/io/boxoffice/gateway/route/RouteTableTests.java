package io.boxoffice.gateway.route;

import static io.boxoffice.gateway.route.Service.ANALYTICS;
import static io.boxoffice.gateway.route.Service.EVENT;
import static io.boxoffice.gateway.route.Service.FRAUD;
import static io.boxoffice.gateway.route.Service.INVENTORY;
import static io.boxoffice.gateway.route.Service.NOTIFICATION;
import static io.boxoffice.gateway.route.Service.PAYMENT;
import static io.boxoffice.gateway.route.Service.RESALE;
import static io.boxoffice.gateway.route.Service.WAITING_ROOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.boxoffice.gateway.route.RouteTable.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class RouteTableTests {

    private static final String ID = "0199c0de-0000-7000-8000-00000000e0e0";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    /** Path → method → service, written out once more so that a slip in the table is seen. */
    private static final Map<String, Map<String, Service>> EXPECTED = new TreeMap<>(Map.ofEntries(
            Map.entry("/events/ID/queue", Map.of("GET", WAITING_ROOM)),
            Map.entry("/events/ID/queue/draw", Map.of("GET", WAITING_ROOM)),
            Map.entry("/events/ID/queue/draw/participants", Map.of("GET", WAITING_ROOM)),
            Map.entry("/events/ID/queue/entries", Map.of("POST", WAITING_ROOM)),
            Map.entry("/events/ID/queue/entries/me", Map.of("GET", WAITING_ROOM, "DELETE", WAITING_ROOM)),
            Map.entry("/events/ID/queue/entries/me/stream", Map.of("GET", WAITING_ROOM)),
            Map.entry("/events/ID/seat-map", Map.of("GET", INVENTORY)),
            Map.entry("/events/ID/availability", Map.of("GET", INVENTORY)),
            Map.entry("/events/ID/availability/stream", Map.of("GET", INVENTORY)),
            Map.entry("/events/ID/holds", Map.of("POST", INVENTORY)),
            Map.entry("/events/ID/holds/ID", Map.of("GET", INVENTORY, "DELETE", INVENTORY)),
            Map.entry("/events/ID/holds/ID/quote", Map.of("GET", PAYMENT)),
            Map.entry("/events/ID/orders", Map.of("POST", PAYMENT)),
            Map.entry("/orders", Map.of("GET", PAYMENT)),
            Map.entry("/orders/ID", Map.of("GET", PAYMENT)),
            Map.entry("/payment-config", Map.of("GET", PAYMENT)),
            Map.entry("/webhooks/payments", Map.of("POST", PAYMENT)),
            Map.entry("/events/ID/tickets", Map.of("GET", INVENTORY)),
            Map.entry("/events/ID/scans", Map.of("POST", INVENTORY)),
            Map.entry("/scan-keys", Map.of("GET", INVENTORY)),
            Map.entry("/venues", Map.of("GET", EVENT, "POST", EVENT)),
            Map.entry("/venues/ID", Map.of("GET", EVENT)),
            Map.entry("/events", Map.of("GET", EVENT, "POST", EVENT)),
            Map.entry("/events/ID", Map.of("GET", EVENT, "PATCH", EVENT)),
            Map.entry("/events/ID/publish", Map.of("POST", EVENT)),
            Map.entry("/events/ID/cancel", Map.of("POST", EVENT)),
            Map.entry("/events/ID/postpone", Map.of("POST", EVENT)),
            Map.entry("/events/ID/images", Map.of("POST", EVENT)),
            Map.entry("/events/ID/presale-codes", Map.of("POST", EVENT)),
            Map.entry("/images/HASH", Map.of("GET", EVENT)),
            Map.entry("/events/ID/orders/ID/tickets.pdf", Map.of("GET", INVENTORY)),
            Map.entry("/orders/ID/receipt.pdf", Map.of("GET", PAYMENT)),
            Map.entry("/orders/ID/refunds", Map.of("POST", PAYMENT)),
            Map.entry("/orders/ID/refunds/ID", Map.of("GET", PAYMENT)),
            Map.entry("/tickets", Map.of("GET", INVENTORY)),
            Map.entry("/events/ID/tickets/ID/credential", Map.of("POST", INVENTORY)),
            Map.entry("/resale/listings", Map.of("GET", RESALE, "POST", RESALE)),
            Map.entry("/resale/listings/ID", Map.of("GET", RESALE, "DELETE", RESALE)),
            Map.entry("/resale/listings/ID/purchase", Map.of("POST", RESALE)),
            Map.entry("/challenges", Map.of("POST", FRAUD)),
            Map.entry("/challenges/ID/solutions", Map.of("POST", FRAUD)),
            Map.entry("/analytics/events/ID/summary", Map.of("GET", ANALYTICS)),
            Map.entry("/analytics/events/ID/timeseries", Map.of("GET", ANALYTICS)),
            Map.entry("/events/ID/notify-me", Map.of("PUT", NOTIFICATION)),
            Map.entry("/ops/events/ID/queue", Map.of("GET", WAITING_ROOM, "PUT", WAITING_ROOM)),
            Map.entry("/ops/events/ID/queue/audit", Map.of("GET", WAITING_ROOM))));

    static Stream<Arguments> everyPathAndMethod() {
        return EXPECTED.keySet().stream().flatMap(path -> METHODS.stream().map(method -> arguments(method, path)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyPathAndMethod")
    void everyPathServesItsMethodsAndNamesThemToOthers(String method, String path) {
        var services = EXPECTED.get(path);
        var service = services.get("HEAD".equals(method) ? "GET" : method);

        var finding = RouteTable.find(
                HttpMethod.valueOf(method), "/api/v1" + path.replace("ID", ID).replace("HASH", "ab".repeat(32)));

        if (service == null) {
            assertThat(finding)
                    .isInstanceOfSatisfying(
                            Finding.WrongMethod.class,
                            wrong -> assertThat(wrong.allowed())
                                    .extracting(HttpMethod::name)
                                    .containsExactlyInAnyOrderElementsOf(services.keySet()));
        } else {
            assertThat(finding)
                    .isInstanceOfSatisfying(
                            Finding.Found.class,
                            found -> assertThat(found.match().endpoint().service())
                                    .isEqualTo(service));
        }
    }

    @Test
    void theTableHasNothingElse() {
        assertThat(RouteTable.ENDPOINTS)
                .hasSize(EXPECTED.values().stream().mapToInt(Map::size).sum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api/v1",
                "/api/v1/",
                "/api/v2/venues",
                "/api/v1venues",
                "/API/v1/venues",
                "/venues",
                "/api/v1/venues/",
                "/api/v1//venues",
                "/api/v1/Venues",
                "/api/v1/%76enues",
                "/api/v1/venues;x=1",
                "/api/v1/venues/../venues",
                "/api/v1/venues/%2e%2e",
                "/api/v1/venues/not-a-uuid",
                "/api/v1/events/0199c0de-0000-7000-8000-00000000e0e0%2Fqueue",
                "/api/v1/events/0199c0de-0000-7000-8000-00000000e0e0/queue/entries/you",
                "/api/v1/events/0199c0de-0000-7000-8000-00000000e0e0/queue/draw/seed",
                "/api/v1/notification-preferences",
                "/internal/events/0199c0de-0000-7000-8000-00000000e0e0",
                "/api/v1/internal/events/0199c0de-0000-7000-8000-00000000e0e0",
                "/api/v1/../../internal/events",
                "/actuator/health",
                "/.well-known/access-token-jwks.json"
            })
    void whatIsNotInTheTableIsUnknown(String path) {
        assertThat(RouteTable.find(HttpMethod.GET, path)).isInstanceOf(Finding.Unknown.class);
    }

    @Test
    void onlyHoldsQuotesAndOrdersAskForAnAccessToken() {
        assertThat(RouteTable.ENDPOINTS)
                .filteredOn(endpoint -> endpoint.admission() != Admission.NOT_ASKED)
                .extracting(
                        endpoint -> endpoint.method() + " " + endpoint.path().text() + " " + endpoint.admission())
                .containsExactlyInAnyOrder(
                        "POST /events/{event_id}/holds FRESH",
                        "GET /events/{event_id}/holds/{hold_id}/quote GENUINE",
                        "POST /events/{event_id}/orders GENUINE");
    }

    @Test
    void whoeverIsNotNamedHereNeedsABearerToken() {
        assertThat(RouteTable.ENDPOINTS)
                .filteredOn(endpoint -> endpoint.caller() != Caller.AUTHENTICATED)
                .extracting(
                        endpoint -> endpoint.method() + " " + endpoint.path().text() + " " + endpoint.caller())
                .containsExactlyInAnyOrder(
                        "GET /events/{event_id}/queue PUBLIC",
                        "GET /events/{event_id}/queue/draw PUBLIC",
                        "GET /events/{event_id}/queue/draw/participants PUBLIC",
                        "GET /events/{event_id}/queue/entries/me QUEUE_TOKEN",
                        "DELETE /events/{event_id}/queue/entries/me QUEUE_TOKEN",
                        "GET /events/{event_id}/queue/entries/me/stream QUEUE_TOKEN",
                        "GET /events/{event_id}/seat-map PUBLIC",
                        "GET /events/{event_id}/availability PUBLIC",
                        "GET /events/{event_id}/availability/stream PUBLIC",
                        "GET /payment-config PUBLIC",
                        "POST /webhooks/payments PROVIDER",
                        "GET /scan-keys PUBLIC",
                        "GET /venues PUBLIC",
                        "GET /venues/{venue_id} PUBLIC",
                        "GET /events/{event_id} PUBLIC",
                        "GET /events PUBLIC",
                        "GET /images/{hash} PUBLIC",
                        "GET /resale/listings PUBLIC",
                        "GET /resale/listings/{listing_id} PUBLIC");
    }
}
