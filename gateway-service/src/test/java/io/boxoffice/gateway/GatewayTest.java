package io.boxoffice.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The real gateway on a random port between a plain HTTP client and services that say what a test tells them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "gateway.trusted-proxies=127.0.0.0/8,::1",
            "gateway.timeouts.response=3s",
            "gateway.timeouts.orders=6s",
            "gateway.slowest-body=2s",
            "gateway.deny-list.reopen-after=200ms",
            // its own test has limits that can be met
            "gateway.limits.address=1000000/10s",
            "gateway.limits.account=1000000/10s",
            "gateway.limits.answer-within=10s",
            "gateway.breaker.open-for=1s",
            "gateway.cors.allowed-origins=https://partner.example",
            "gateway.docs.refresh-every=50ms",
            "gateway.docs.retry-every=50ms"
        })
public abstract class GatewayTest {

    protected static final String EVENT_ID = "0199c0de-0000-7000-8000-00000000e0e0";
    protected static final String OTHER_ID = "0199c0de-0000-7000-8000-0000000000aa";
    protected static final String FAN = "5d7e2c11-57a6-5f6e-9d35-0a1b2c3d4e5f";
    protected static final String EVENT_PATH = "/api/v1/events/" + EVENT_ID;

    protected static final TestIssuer ISSUER = new TestIssuer();
    protected static final TestWaitingRoom ROOM = new TestWaitingRoom();
    protected static final WireMockServer WAITING_ROOM = service();
    protected static final WireMockServer INVENTORY = service();
    protected static final WireMockServer PAYMENT = service();
    protected static final WireMockServer EVENT = serviceOnFixedPort();
    /** Two instances of one service: fraud and analytics. */
    protected static final WireMockServer TWIN_1 = serviceOnFixedPort();

    protected static final WireMockServer TWIN_2 = serviceOnFixedPort();

    /** Everybody else. */
    protected static final WireMockServer OTHERS = service();

    protected static final EmbeddedKafkaKraftBroker KAFKA =
            new EmbeddedKafkaKraftBroker(1, 2, "boxoffice.queue", "boxoffice.risk");

    protected static final TestRedis REDIS = new TestRedis();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        serveKeys();
        KAFKA.afterPropertiesSet();
        registry.add("spring.kafka.bootstrap-servers", KAFKA::getBrokersAsString);
        REDIS.start();
        registry.add("spring.data.redis.host", () -> "127.0.0.1");
        registry.add("spring.data.redis.port", REDIS::port);
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
        registry.add("boxoffice.services.waiting-room", WAITING_ROOM::baseUrl);
        registry.add("boxoffice.services.inventory", INVENTORY::baseUrl);
        registry.add("boxoffice.services.payment", PAYMENT::baseUrl);
        registry.add("boxoffice.services.event", EVENT::baseUrl);
        for (var other : List.of("notification", "resale")) {
            registry.add("boxoffice.services." + other, OTHERS::baseUrl);
        }
        // one that is read, one that is written to
        for (var doubled : List.of("analytics", "fraud")) {
            registry.add("boxoffice.services." + doubled, () -> TWIN_1.baseUrl() + "," + TWIN_2.baseUrl());
        }
    }

    private static WireMockServer service() {
        var server = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    /** One that is found again after a stop. */
    private static WireMockServer serviceOnFixedPort() {
        var first = service();
        var port = first.port();
        first.stop();
        var server = new WireMockServer(options().port(port).bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    private static void serveKeys() {
        WAITING_ROOM.stubFor(get("/.well-known/access-token-jwks.json").willReturn(okJson(ROOM.jwks())));
    }

    @BeforeEach
    void everyServiceAnswersOk() {
        for (var service : List.of(WAITING_ROOM, INVENTORY, PAYMENT, EVENT, TWIN_1, TWIN_2, OTHERS)) {
            service.resetAll();
            service.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true}")));
        }
        serveKeys();
    }

    protected HttpRequest.Builder request(String method, String path) {
        var body = List.of("POST", "PUT", "PATCH").contains(method)
                ? BodyPublishers.ofString("{}")
                : BodyPublishers.noBody();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
    }

    protected HttpRequest.Builder fanRequest(String method, String path) {
        return request(method, path).header("Authorization", "Bearer " + ISSUER.token(FAN));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are and reads until the gateway closes the connection. */
    protected String sendRaw(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the beginning of a request and hangs up. */
    protected void sendAndLeave(String request) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:boxoffice:problem:" + code + "\"")
                .contains("\"code\":\"" + code + "\"")
                .contains("\"status\":" + status)
                .contains("\"title\":", "\"detail\":", "\"instance\":", "\"retryable\":")
                .contains("\"request_id\":\""
                        + answer.headers().firstValue("X-Request-Id").orElseThrow() + "\"");
    }

    protected static String newId() {
        return UUID.randomUUID().toString();
    }
}
