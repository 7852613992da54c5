package io.boxoffice.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class FirstThatAnswersIT {

    private final List<String> heard = new ArrayList<>();
    private HttpServer first = serverOn(0, "first");
    private final HttpServer second = serverOn(0, "second");
    private RestClient client;

    @BeforeEach
    void twoInstances() {
        client = RestClient.builder()
                .baseUrl(address(first))
                .requestFactory(new JdkClientHttpRequestFactory(HttpClient.newHttpClient()))
                .requestInterceptor(new FirstThatAnswers(List.of(address(first), address(second))))
                .build();
    }

    @AfterEach
    void stop() {
        first.stop(0);
        second.stop(0);
    }

    @Test
    void aRequestThatWasNotSentGoesToTheNextAndStaysThere() {
        assertThat(post("a")).isEqualTo("first");
        var port = first.getAddress().getPort();
        first.stop(0);

        assertThat(post("b")).isEqualTo("second");

        first = serverOn(port, "first");
        assertThat(post("c")).isEqualTo("second");
        assertThat(heard)
                .containsExactly(
                        "first /internal/x%20y?q=1&r=%5B a",
                        "second /internal/x%20y?q=1&r=%5B b", "second /internal/x%20y?q=1&r=%5B c");
    }

    @Test
    void aRequestThatMayHaveArrivedIsNotRepeated() {
        first.removeContext("/");
        first.createContext("/", exchange -> {
            heard.add("first");
            exchange.close();
        });

        assertThatThrownBy(() -> post("a")).isInstanceOf(ResourceAccessException.class);

        assertThat(heard).containsOnly("first");
    }

    @Test
    void whenNobodyAnswersTheCallerIsTold() {
        first.stop(0);
        second.stop(0);

        assertThatThrownBy(() -> post("a")).isInstanceOf(ResourceAccessException.class);
    }

    @Test
    void aKeySetIsReadFromTheFirstInstanceThatAnswers() throws Exception {
        var addresses = KeySetAddresses.of(address(first) + ", " + address(second) + "/keys.json");
        first.stop(0);

        assertThat(addresses).hasToString(address(first) + "/keys.json," + address(second) + "/keys.json");
        assertThat(addresses.text()).isEqualTo("second");
    }

    private String post(String body) {
        return client.post()
                .uri(URI.create(address(first) + "/internal/x%20y?q=1&r=%5B"))
                .body(body)
                .retrieve()
                .body(String.class);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private HttpServer serverOn(int port, String name) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes());
                heard.add(name + " " + exchange.getRequestURI() + " " + body);
                exchange.sendResponseHeaders(200, name.length());
                exchange.getResponseBody().write(name.getBytes());
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
