package io.boxoffice.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownPathIT extends GatewayTest {

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/actuator/health", "/internal/events", "/api/v1/venues/7", "/favicon.ico"})
    void whatDoesNotExistIsAProblemToEverybody(String path) {
        assertProblem(send(request("GET", path)), 404, "not-found");
    }

    @Test
    void aWrongMethodIsToldTheRightOnesBeforeAnyoneAsksWhoCalls() {
        var answer = send(request("PUT", EVENT_PATH + "/queue/entries/me"));

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).contains("GET, DELETE");
    }

    @Test
    void aDotSegmentLeadsNowhere() {
        assertThat(sendRaw(
                        "GET /api/v1/venues/../../../internal/events HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }
}
