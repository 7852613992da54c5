package io.boxoffice.gateway.problem;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestIT extends GatewayTest {

    private static final String END = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/venues?q=%zz" + END,
                "GET /api/v1/venues/%" + END,
                "GET /api/v1/venues?q=a|b" + END,
                "GET /api/v1/venues?q=<b>" + END,
                "GET /api/v1/venues\u0000" + END,
                "GET" + END,
                "NONSENSE\r\n\r\n",
                "GET /api/v1/venues HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n",
                "GET /api/v1/venues HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n",
                "POST /api/v1/webhooks/payments HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"
            })
    void whatIsNoHttpIsTurnedAwayWithAProblem(String request) {
        assertProblem(sendRaw(request), 400);
    }

    private static final String START =
            "POST /api/v1/webhooks/payments HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n";

    @Test
    void aBodyWithABrokenChunkDoesNotReachTheServiceAsIfItWereWhole() {
        assertProblem(sendRaw(START + "zz\r\n"), 400);

        assertThatOnlyTheNextRequestArrives();
    }

    @Test
    void theBodyOfAClientThatLeftDoesNotReachTheServiceAsIfItWereWhole() {
        sendAndLeave(START);

        assertThatOnlyTheNextRequestArrives();
    }

    @Test
    void aBodyThatStopsDoesNotReachTheServiceAsIfItWereWhole() {
        assertProblem(sendRaw(START), 408);

        assertThatOnlyTheNextRequestArrives();
    }

    private void assertThatOnlyTheNextRequestArrives() {
        send(request("POST", "/api/v1/webhooks/payments"));
        PAYMENT.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aLongPathIsTurnedAwayWithAProblem() {
        assertProblem(sendRaw("GET /api/v1/" + "a".repeat(9_000) + END), 414);
    }

    @Test
    void longHeadersAreTurnedAwayWithAProblem() {
        assertProblem(sendRaw("GET /api/v1/venues HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(17_000) + "\r\n\r\n"), 431);
    }

    @Test
    void aClientThatStopsInTheMiddleIsNotWaitedFor() {
        var answer = sendRaw("POST /api/v1/webhooks/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");

        assertProblem(answer, 408);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/scan-keys?q=\u00fc",
                "GET /api/v1/scan-keys?a[]=1&q=%FF%FE",
                "HEAD /api/v1/scan-keys"
            })
    void oddButPossibleRequestsAreServed(String line) {
        assertThat(sendRaw(line + END)).startsWith("HTTP/1.1 200 ");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
                .containsIgnoringCase("\r\nX-Request-Id: ")
                .contains("\"type\":\"urn:boxoffice:problem:")
                .contains("\"status\":" + status);
    }
}
