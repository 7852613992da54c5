package io.boxoffice.gateway.trace;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdIT extends GatewayTest {

    @Test
    void aSaneIdOfTheClientIsUsedEverywhere() {
        var answer = send(request("GET", "/api/v1/scan-keys").header("X-Request-Id", "abc-123"));

        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("abc-123");
        INVENTORY.verify(
                getRequestedFor(urlEqualTo("/api/v1/scan-keys")).withHeader("X-Request-Id", equalTo("abc-123")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "<script>", "ä", "12345678901234567890123456789012345678901234567890123456789012345"})
    void anOddIdIsReplaced(String odd) {
        var answer = send(request("GET", "/nowhere").header("X-Request-Id", odd));

        assertProblem(answer, 404, "not-found");
        assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
    }

    @Test
    void aRequestWithoutAnIdGetsOne() {
        var answer = send(request("GET", "/api/v1/scan-keys"));

        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        INVENTORY.verify(getRequestedFor(urlEqualTo("/api/v1/scan-keys")).withHeader("X-Request-Id", equalTo(id)));
    }
}
