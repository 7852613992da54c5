package io.boxoffice.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway that starts while nothing but the services it forwards to is there. */
class OutageIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void withoutKafkaWaitingRoomAndIssuerItStartsServesAndIsHealthy() throws Exception {
        var inventory = new WireMockServer(options().dynamicPort());
        inventory.start();
        inventory.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        var issuer = new TestIssuer();
        try (var gateway = start(inventory.baseUrl(), nowhere())) {
            assertThat(get(gateway, "local.server.port", "/api/v1/scan-keys")).isEqualTo(200);
            assertThat(get(gateway, "local.management.port", "/actuator/health/liveness"))
                    .isEqualTo(200);
            assertThat(get(gateway, "local.management.port", "/actuator/health/readiness"))
                    .isEqualTo(200);
            assertThat(get(gateway, "local.management.port", "/actuator/prometheus"))
                    .isEqualTo(200);
            var answer = hold(gateway, issuer.token("5d7e2c11-57a6-5f6e-9d35-0a1b2c3d4e5f"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"service-unavailable\"", "\"retryable\":true");
        } finally {
            inventory.stop();
        }
    }

    @Test
    void whileNoKeyOfTheWaitingRoomIsKnownTheServiceJudgesItsTokens() throws Exception {
        var inventory = new WireMockServer(options().dynamicPort());
        inventory.start();
        inventory.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        var issuer = new TestIssuer();
        try (var gateway = start(inventory.baseUrl(), issuer.uri())) {
            assertThat(hold(gateway, issuer.token("5d7e2c11-57a6-5f6e-9d35-0a1b2c3d4e5f"))
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            inventory.stop();
        }
    }

    private static ConfigurableApplicationContext start(String inventory, String issuer) throws IOException {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.kafka.bootstrap-servers=" + nowhere().substring("http://".length()),
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--boxoffice.services.inventory=" + inventory,
                        "--boxoffice.services.waiting-room=" + nowhere());
    }

    /** An address where nobody listens. */
    private static String nowhere() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return "http://localhost:" + socket.getLocalPort();
        }
    }

    private int get(ConfigurableApplicationContext gateway, String port, String path) throws Exception {
        return client.send(request(gateway, port, path).build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> hold(ConfigurableApplicationContext gateway, String bearer) throws Exception {
        var room = new TestWaitingRoom();
        var event = "0199c0de-0000-7000-8000-00000000e0e0";
        var request = request(gateway, "local.server.port", "/api/v1/events/" + event + "/holds")
                .header("Authorization", "Bearer " + bearer)
                .header("X-Access-Token", room.token(event, "5d7e2c11-57a6-5f6e-9d35-0a1b2c3d4e5f", "d"))
                .header("X-Device-Id", "d")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(ConfigurableApplicationContext gateway, String port, String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + gateway.getEnvironment().getProperty(port) + path));
    }
}
