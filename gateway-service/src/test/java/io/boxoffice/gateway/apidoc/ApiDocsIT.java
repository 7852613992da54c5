package io.boxoffice.gateway.apidoc;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.boxoffice.gateway.GatewayTest;
import io.boxoffice.gateway.route.Service;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ApiDocsIT extends GatewayTest {

    private static final String ORDERS = "/api/v1/orders";

    @BeforeEach
    void everyServiceDescribesItself() {
        describe(INVENTORY, Recorded.text(Service.INVENTORY));
        describe(PAYMENT, Recorded.text(Service.PAYMENT));
        describe(EVENT, Recorded.text(Service.EVENT));
        describe(OTHERS, Recorded.text(Service.RESALE));
        for (var service : List.of(WAITING_ROOM, TWIN_1, TWIN_2)) {
            describe(service, "{\"paths\":{}}");
        }
    }

    @Test
    void oneDocumentDescribesThemAllAndKeepsWhatItKnewOfThoseWhoAreAway() {
        await().untilAsserted(() -> {
            var document = document();
            assertThat(document.path("paths").propertyNames())
                    .contains(ORDERS, "/api/v1/venues", "/api/v1/resale/listings", "/api/v1/scan-keys");
            assertThat(document.at("/info/x-boxoffice-missing").isMissingNode()).isTrue();
        });

        PAYMENT.stubFor(get("/v3/api-docs").willReturn(aResponse().withStatus(500)));
        describe(EVENT, "{\"paths\":{\"/api/v1/venues\":{\"get\":{\"summary\":\"new\"}}}}");

        await().untilAsserted(() -> {
            var document = document();
            assertThat(document.at("/paths/~1api~1v1~1venues/get/summary").asString())
                    .isEqualTo("new");
            assertThat(document.path("paths").has(ORDERS)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/docs",
                "/api/docs/",
                "/api/docs/start.js",
                "/api/docs/swagger-ui.css",
                "/api/docs/swagger-ui-bundle.js"
            })
    void thePageIsMadeOfFilesAndRunsNothingElse(String path) {
        var answer = send(request("GET", path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(send(request("GET", path).header("If-None-Match", header(answer, "ETag")))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void thePageHasNoScriptOfItsOwnInside() {
        assertThat(send(request("GET", "/api/docs")).body())
                .contains("<script src=\"/api/docs/start.js\"></script>")
                .doesNotContain("<style", "onload", "<script>");
    }

    @Test
    void packedFilesAreForThoseWhoCanUnpackThem() {
        var packed = send(request("GET", "/api/docs/swagger-ui-bundle.js").header("Accept-Encoding", "gzip"));

        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
    }

    @Test
    void nothingIsWrittenThere() {
        for (var path : List.of("/api/docs", "/api/docs/openapi.json")) {
            assertProblem(send(request("POST", path)), 405, "method-not-allowed");
        }
        assertProblem(send(request("GET", "/api/docs/other.js")), 404, "not-found");
    }

    private JsonNode document() {
        var answer = send(request("GET", "/api/docs/openapi.json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return Recorded.JSON.readTree(answer.body());
    }

    private static void describe(WireMockServer service, String description) {
        service.stubFor(get("/v3/api-docs").willReturn(okJson(description)));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
