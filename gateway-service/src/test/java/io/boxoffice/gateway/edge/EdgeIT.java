package io.boxoffice.gateway.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class EdgeIT extends GatewayTest {

    private static final int LIMIT = 256 * 1024;
    private static final String PATH = "/api/v1/webhooks/payments";

    @Test
    void theServiceSeesOneCleanAddressAndNoHearsay() {
        send(request("GET", "/api/v1/scan-keys")
                .header("X-Forwarded-For", "6.6.6.6, 198.51.100.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6"));

        INVENTORY.verify(getRequestedFor(urlEqualTo("/api/v1/scan-keys"))
                .withHeader("X-Forwarded-For", equalTo("198.51.100.7"))
                .withHeader("X-Forwarded-Proto", equalTo("https"))
                .withHeader("X-Forwarded-Host", absent())
                .withHeader("X-Real-IP", absent())
                .withHeader("Forwarded", absent()));
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedAtOnce() {
        assertProblem(
                send(request("POST", PATH).POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1]))),
                413,
                "body-too-large");

        PAYMENT.verify(0, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void aBodyThatDoesNotSayIsCountedOnItsWay() {
        assertProblem(send(request("POST", PATH).POST(chunked(LIMIT + 1))), 413, "body-too-large");

        send(request("POST", PATH));
        PAYMENT.verify(1, postRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void aHugeBodyIsNotTakenIn() {
        assertProblem(send(request("POST", PATH).POST(chunked(20 * LIMIT))), 413, "body-too-large");
    }

    @Test
    void aBodyAtTheLimitPasses() {
        assertThat(send(request("POST", PATH).POST(chunked(LIMIT))).statusCode())
                .isEqualTo(200);
        assertThat(send(request("POST", PATH).POST(BodyPublishers.ofByteArray(new byte[LIMIT])))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPictureOfAnEventMayBeLargeAndNothingElse() {
        var path = EVENT_PATH + "/images";

        assertThat(upload(path, "image/png", 2 * LIMIT).statusCode()).isEqualTo(200);
        assertProblem(upload(path, "application/json", 2 * LIMIT), 413, "body-too-large");
        assertProblem(upload(EVENT_PATH + "/holds", "image/png", 2 * LIMIT), 413, "body-too-large");
        assertProblem(upload(path, "image/png", 10 * 1024 * 1024 + 1), 413, "body-too-large");
    }

    private HttpResponse<String> upload(String path, String type, int size) {
        return send(
                fanRequest("POST", path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(new byte[size])));
    }

    private static java.net.http.HttpRequest.BodyPublisher chunked(int size) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
    }
}
