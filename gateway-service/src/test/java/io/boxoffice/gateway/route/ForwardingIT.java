package io.boxoffice.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.requestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingIT extends GatewayTest {

    static Stream<Endpoint> everyEndpoint() {
        return RouteTable.ENDPOINTS.stream();
    }

    @ParameterizedTest
    @MethodSource("everyEndpoint")
    void everyEndpointReachesItsServiceUnderItsOwnPath(Endpoint endpoint) {
        var path = "/api/v1"
                + endpoint.path().text().replace("{hash}", "ab".repeat(32)).replaceAll("\\{[a-z_]+}", OTHER_ID);

        var answer = send(fanRequest(endpoint.method().name(), path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(servers(endpoint.service()))
                .satisfiesOnlyOnce(server ->
                        server.verify(1, requestedFor(endpoint.method().name(), urlEqualTo(path))));
    }

    @Test
    void aServicesAnswerPassesUntouched() {
        PAYMENT.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(402)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("ETag", "\"v7\"")
                        .withHeader("Location", "/api/v1/orders/" + OTHER_ID)
                        .withHeader("Idempotency-Replayed", "true")
                        .withHeader("Retry-After", "7")
                        .withHeader("Cache-Control", "max-age=2")
                        .withHeader("X-Request-Id", "of-the-service")
                        .withBody("{\"code\":\"payment-declined\"}")));

        var answer = send(fanRequest("POST", EVENT_PATH + "/orders").header("X-Request-Id", "of-the-client"));

        assertThat(answer.statusCode()).isEqualTo(402);
        assertThat(answer.body()).isEqualTo("{\"code\":\"payment-declined\"}");
        assertThat(answer.headers().map())
                .containsEntry("etag", List.of("\"v7\""))
                .containsEntry("location", List.of("/api/v1/orders/" + OTHER_ID))
                .containsEntry("idempotency-replayed", List.of("true"))
                .containsEntry("retry-after", List.of("7"))
                .containsEntry("cache-control", List.of("max-age=2"))
                .containsEntry("x-request-id", List.of("of-the-client"));
    }

    @Test
    void aRequestPassesUntouched() {
        var body = "{\"seat_ids\":[\"ä\"]}";

        send(fanRequest("POST", EVENT_PATH + "/holds?a=b%20c&d[]=%5B")
                .header("Idempotency-Key", "k-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        INVENTORY.verify(postRequestedFor(urlEqualTo(EVENT_PATH + "/holds?a=b%20c&d%5B%5D=%5B"))
                .withHeader("Idempotency-Key", equalTo("k-1"))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("Authorization", matching("Bearer .+"))
                .withRequestBody(equalTo(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/seat-map", "/queue", "/queue/entries/me", "/orders/" + OTHER_ID + "/tickets.pdf"})
    void whatTheServiceSaysAboutKeepingPassesAndSoDoesNotModified(String path) {
        for (var service : List.of(WAITING_ROOM, INVENTORY)) {
            service.stubFor(any(anyUrl())
                    .withHeader("If-None-Match", equalTo("\"v7\""))
                    .willReturn(aResponse()
                            .withStatus(304)
                            .withHeader("ETag", "\"v7\"")
                            .withHeader("Cache-Control", "public, max-age=86400")));
        }

        var answer = send(fanRequest("GET", EVENT_PATH + path).header("If-None-Match", "\"v7\""));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"v7\"");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("public, max-age=86400");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Clearance", "X-Device-Id", "X-Queue-Token", "X-Queue-Secret", "If-None-Match"})
    void headersForTheServicesPass(String header) {
        send(request("GET", "/api/v1/scan-keys").header(header, "value"));

        INVENTORY.verify(getRequestedFor(urlEqualTo("/api/v1/scan-keys")).withHeader(header, equalTo("value")));
    }

    @Test
    void theTraceOfTheClientGoesOn() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        send(request("GET", "/api/v1/scan-keys").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

        INVENTORY.verify(getRequestedFor(urlEqualTo("/api/v1/scan-keys"))
                .withHeader("traceparent", matching("00-" + trace + "-[0-9a-f]{16}-01")));
    }

    @Test
    void nobodyGetsAWebSocket() {
        var answer = sendRaw("GET /api/v1/scan-keys HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        INVENTORY.verify(getRequestedFor(urlEqualTo("/api/v1/scan-keys")).withHeader("Upgrade", absent()));
    }

    private static List<WireMockServer> servers(Service service) {
        return switch (service) {
            case WAITING_ROOM -> List.of(WAITING_ROOM);
            case INVENTORY -> List.of(INVENTORY);
            case PAYMENT -> List.of(PAYMENT);
            case EVENT -> List.of(EVENT);
            case ANALYTICS, FRAUD -> List.of(TWIN_1, TWIN_2);
            case NOTIFICATION, RESALE -> List.of(OTHERS);
        };
    }
}
