package io.boxoffice.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StreamsIT extends GatewayTest {
    private static final String STREAM = EVENT_PATH + "/availability/stream";
    private static final int EVENTS = 300;
    private static final Duration EACH = Duration.ofMillis(400);

    @Test
    @Timeout(60) // all of it takes two minutes
    void whatAStreamSaysIsPassedOnBeforeItSaysMore() throws Exception {
        var event = "id: 1\nevent: delta\ndata: {}\n\n";
        INVENTORY.stubFor(get(STREAM)
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader("X-Accel-Buffering", "no")
                        .withBody(event.repeat(EVENTS))
                        .withChunkedDribbleDelay(
                                EVENTS,
                                Math.toIntExact(EACH.multipliedBy(EVENTS).toMillis()))));

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    request("GET", STREAM).header("Last-Event-ID", "7").build(), BodyHandlers.ofInputStream());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(answer.headers().firstValue("X-Accel-Buffering")).contains("no");
            var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEqualTo("event: delta");
            answer.body().close();
            client.shutdownNow();
        }
        INVENTORY.verify(getRequestedFor(urlEqualTo(STREAM)).withHeader("Last-Event-ID", equalTo("7")));
    }

    @Test
    void aStreamThatIsRefusedIsTheServicesOwnWord() {
        INVENTORY.stubFor(get(STREAM)
                .willReturn(aResponse()
                        .withStatus(503)
                        .withHeader("Retry-After", "12")
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\":\"streams-full\"}")));

        var answer = send(request("GET", STREAM));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("12");
        assertThat(answer.body()).contains("streams-full");
    }
}
