package io.boxoffice.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.boxoffice.gateway.GatewayTest;
import org.junit.jupiter.api.Test;

class ServiceFailureIT extends GatewayTest {

    /** Longer than the usual patience of these tests, shorter than that for orders. */
    private static final int SLOW = 4_500;

    @Test
    void aServiceThatIsDownIsUnavailableAndComesBack() {
        EVENT.stop();
        try {
            var answer = send(request("GET", EVENT_PATH));

            assertProblem(answer, 503, "service-unavailable");
            assertThat(answer.body()).contains("\"retryable\":true");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            EVENT.start();
        }
        EVENT.stubFor(get(anyUrl()).willReturn(okJson("{}")));

        assertThat(send(request("GET", EVENT_PATH)).statusCode()).isEqualTo(200);
    }

    @Test
    void aSlowServiceIsGivenUp() {
        PAYMENT.stubFor(get(anyUrl()).willReturn(okJson("{}").withFixedDelay(SLOW)));

        var answer = send(fanRequest("GET", "/api/v1/orders"));

        assertProblem(answer, 504, "service-unavailable");
        assertThat(answer.body()).contains("\"retryable\":true");
    }

    @Test
    void anOrderIsGivenMoreTime() {
        PAYMENT.stubFor(post(anyUrl()).willReturn(okJson("{}").withFixedDelay(SLOW)));

        assertThat(send(fanRequest("POST", EVENT_PATH + "/orders")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aGetIsRepeatedOnceWhenItsConnectionBreaks() {
        var path = EVENT_PATH + "/seat-map";
        INVENTORY.stubFor(get(path)
                .inScenario("restart")
                .willSetStateTo("again up")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        INVENTORY.stubFor(
                get(path).inScenario("restart").whenScenarioStateIs("again up").willReturn(okJson("{}")));

        assertThat(send(request("GET", path)).statusCode()).isEqualTo(200);

        INVENTORY.verify(2, getRequestedFor(urlEqualTo(path)));
    }

    @Test
    void aGetIsRepeatedOnceAndNoMore() {
        INVENTORY.stubFor(get(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertProblem(send(request("GET", "/api/v1/scan-keys")), 503, "service-unavailable");

        INVENTORY.verify(2, getRequestedFor(urlEqualTo("/api/v1/scan-keys")));
    }

    @Test
    void aPostIsNeverRepeated() {
        PAYMENT.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        var answer = send(fanRequest("POST", EVENT_PATH + "/orders").header("Idempotency-Key", "k"));

        assertProblem(answer, 503, "service-unavailable");
        PAYMENT.verify(1, postRequestedFor(urlEqualTo(EVENT_PATH + "/orders")));
    }

    @Test
    void anAnswerThatBreaksOffBeforeItsBodyIsReplaced() {
        INVENTORY.stubFor(get(anyUrl())
                .willReturn(aResponse().withHeader("ETag", "x").withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        var answer = send(request("GET", "/api/v1/scan-keys"));

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }
}
