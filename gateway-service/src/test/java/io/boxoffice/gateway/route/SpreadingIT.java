package io.boxoffice.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import io.boxoffice.gateway.GatewayTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SpreadingIT extends GatewayTest {

    private static final int SOME = 12;
    private static final String SUMMARY = "/api/v1/analytics/events/" + EVENT_ID + "/summary";

    @Test
    void allInstancesAreAskedInTurn() {
        // one may still be left out after another test
        await().untilAsserted(() -> {
            TWIN_1.resetRequests();
            TWIN_2.resetRequests();
            for (var i = 0; i < SOME; i++) {
                assertThat(look().statusCode()).isEqualTo(200);
            }
            assertThat(asked(TWIN_1)).isEqualTo(SOME / 2);
            assertThat(asked(TWIN_2)).isEqualTo(SOME / 2);
        });
    }

    @Test
    void nobodyNoticesThatAnInstanceIsGoneAndItIsTakenBackWhenItAnswersAgain() {
        TWIN_1.stop();
        try {
            for (var i = 0; i < SOME; i++) {
                assertThat(look().statusCode()).isEqualTo(200);
                assertThat(solve("{\"number\":" + i + "}").statusCode()).isEqualTo(200);
            }
        } finally {
            TWIN_1.start();
        }
        TWIN_1.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        // what was not sent to the one that is gone came to the other, whole and once
        for (var i = 0; i < SOME; i++) {
            TWIN_2.verify(1, postRequestedFor(anyUrl()).withRequestBody(equalTo("{\"number\":" + i + "}")));
        }
        await().until(() -> {
            look();
            return asked(TWIN_1) > 0;
        });
    }

    @Test
    void whatMayHaveBeenSentIsNotRepeatedAtAnother() {
        for (var twin : new WireMockServer[] {TWIN_1, TWIN_2}) {
            twin.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        }

        assertProblem(solve("{}"), 503, "service-unavailable");

        assertThat(asked(TWIN_1) + asked(TWIN_2)).isOne();
    }

    @Test
    void aGetWhoseConnectionBrokeIsRepeatedAtAnother() {
        for (var i = 0; i < SOME; i++) {
            TWIN_1.resetAll();
            TWIN_1.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

            assertThat(look().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whenAllInstancesAreGoneTheServiceIsUnavailable() {
        TWIN_1.stop();
        TWIN_2.stop();
        try {
            assertProblem(look(), 503, "service-unavailable");
            assertProblem(solve("{}"), 503, "service-unavailable");
        } finally {
            TWIN_1.start();
            TWIN_2.start();
        }
        TWIN_1.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        TWIN_2.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        assertThat(look().statusCode()).isEqualTo(200);
        assertThat(solve("{}").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> look() {
        return send(fanRequest("GET", SUMMARY));
    }

    private HttpResponse<String> solve(String body) {
        return send(fanRequest("POST", "/api/v1/challenges/" + OTHER_ID + "/solutions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static int asked(WireMockServer server) {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }
}
