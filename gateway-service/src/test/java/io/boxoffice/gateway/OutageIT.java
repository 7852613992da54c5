package io.boxoffice.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway that starts while nothing but one service is there. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
class OutageIT {

    private static final String EVENT = "0199c0de-0000-7000-8000-00000000e0e0";
    private static final String FAN = "5d7e2c11-57a6-5f6e-9d35-0a1b2c3d4e5f";
    private static final WireMockServer INVENTORY =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final int ISSUER_PORT = freePort();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        INVENTORY.start();
        INVENTORY.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        registry.add("boxoffice.services.inventory", INVENTORY::baseUrl);
        registry.add("boxoffice.services.waiting-room", () -> "http://localhost:" + freePort());
        registry.add("spring.data.redis.port", OutageIT::freePort);
        registry.add("spring.kafka.bootstrap-servers", () -> "localhost:" + freePort());
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> "http://localhost:" + ISSUER_PORT);
    }

    @Test
    void withoutKafkaRedisWaitingRoomAndIssuerItIsHealthyAndServesWhatIsPublic() throws Exception {
        assertThat(get(port, "/api/v1/scan-keys")).isEqualTo(200);
        assertThat(get(managementPort, "/actuator/health/liveness")).isEqualTo(200);
        assertThat(get(managementPort, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(get(managementPort, "/actuator/prometheus")).isEqualTo(200);
    }

    @Test
    void untilTheIssuerComesCallersAreAskedToTryAgainAndThenTheServiceJudgesAccessTokens() throws Exception {
        var early = hold("eyJhbGciOiJSUzI1NiIsImtpZCI6ImZsZWV0In0.e30.AAAA");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.body()).contains("\"code\":\"service-unavailable\"", "\"retryable\":true");
        assertThat(early.headers().firstValue("Retry-After")).isPresent();

        var token = new TestIssuer(ISSUER_PORT).token(FAN);

        await().untilAsserted(() -> assertThat(hold(token).statusCode()).isEqualTo(200));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int get(int port, String path) throws Exception {
        return client.send(request(port, path).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<String> hold(String bearer) throws Exception {
        var request = request(port, "/api/v1/events/" + EVENT + "/holds")
                .header("Authorization", "Bearer " + bearer)
                .header("X-Access-Token", new TestWaitingRoom().token(EVENT, FAN, "d"))
                .header("X-Device-Id", "d")
                .POST(BodyPublishers.ofString("{}"));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
