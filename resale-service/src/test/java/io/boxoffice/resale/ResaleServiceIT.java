package io.boxoffice.resale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

class ResaleServiceIT extends ResaleFixture {

    @Test
    void isReadyOnceItsDatabaseIsMigrated() {
        RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + managementPort)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void answersAnUnknownPathWithAProblem() {
        var answer = call(HttpMethod.GET, "/api/v1/nothing", null, Map.of(), null);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-found");
    }

    @Test
    void describesItsPathsWithTypedAnswers() {
        var docs = call(HttpMethod.GET, "/v3/api-docs", null, Map.of(), null).body();
        assertThat(docs.get("paths").propertyNames())
                .containsExactlyInAnyOrder(LISTINGS, LISTINGS + "/{listingId}", LISTINGS + "/{listingId}/purchase");
        assertThat(docs.at("/components/schemas").propertyNames()).contains("ListingView", "ResaleOrder");
        assertThat(docs.at("/paths/~1api~1v1~1resale~1listings/get/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder("event_id", "mine", "cursor", "limit");
        assertThat(docs.at("/paths/~1api~1v1~1resale~1listings~1{listingId}~1purchase/post/parameters")
                        .valueStream()
                        .map(parameter -> parameter.get("name").asString()))
                .containsExactlyInAnyOrder("listingId", "Idempotency-Key", "X-Device-Id", "X-Clearance");
    }
}
