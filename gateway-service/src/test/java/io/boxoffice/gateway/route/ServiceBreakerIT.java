package io.boxoffice.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.boxoffice.gateway.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ServiceBreakerIT extends GatewayTest {

    private static final int ENOUGH = 40;
    private static final String ROOM_PATH = EVENT_PATH + "/queue";

    @Autowired
    private MeterRegistry metrics;

    @Test
    void aServiceThatKeepsFailingIsLeftAloneWhileOthersServeAndIsTriedAgain() {
        WAITING_ROOM.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

        var resting = await().until(() -> send(request("GET", ROOM_PATH)), answer -> answer.statusCode() == 503);

        assertProblem(resting, 503, "service-unavailable");
        assertThat(resting.body()).contains("\"retryable\":true");
        assertThat(resting.headers().firstValue("Retry-After")).contains("1");
        assertThat(closed("waiting-room")).isZero();
        // fans who buy do not need it
        assertThat(closed("inventory")).isEqualTo(1);
        assertThat(send(fanRequest("POST", EVENT_PATH + "/holds")).statusCode()).isEqualTo(200);
        assertThat(send(fanRequest("POST", EVENT_PATH + "/orders")).statusCode())
                .isEqualTo(200);

        WAITING_ROOM.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        await().untilAsserted(() -> {
            assertThat(send(request("GET", ROOM_PATH)).statusCode()).isEqualTo(200);
            assertThat(closed("waiting-room")).isEqualTo(1);
        });
    }

    @Test
    void whatIsTheCallersFaultSaysNothingAboutTheService() {
        serves(aResponse().withStatus(409));
        for (var i = 0; i < ENOUGH; i++) {
            assertThat(list().statusCode()).isEqualTo(409);
        }
    }

    @Test
    void aServiceThatMissesOnlyAPartSpeaksForItself() {
        serves(aResponse().withStatus(503).withHeader("Retry-After", "5").withBody("one shard"));
        for (var i = 0; i < ENOUGH; i++) {
            assertThat(list().body()).isEqualTo("one shard");
        }
    }

    @Test
    void aBodyThatIsTooLargeSaysNothingAboutTheService() {
        for (var i = 0; i < ENOUGH; i++) {
            var large = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[300 * 1024]));
            assertProblem(send(fanRequest("POST", "/api/v1/challenges").POST(large)), 413, "body-too-large");
        }
        assertThat(send(fanRequest("POST", "/api/v1/challenges")).statusCode()).isEqualTo(200);
    }

    private static void serves(ResponseDefinitionBuilder answer) {
        OTHERS.stubFor(any(anyUrl()).willReturn(answer));
    }

    private HttpResponse<String> list() {
        return send(request("GET", "/api/v1/resale/listings"));
    }

    private double closed(String service) {
        return metrics.get("resilience4j.circuitbreaker.state")
                .tag("name", service)
                .tag("state", "closed")
                .gauge()
                .value();
    }
}
