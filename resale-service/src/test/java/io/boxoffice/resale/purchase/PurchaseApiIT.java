package io.boxoffice.resale.purchase;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.resale.ResaleFixture;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class PurchaseApiIT extends ResaleFixture {
    private static final String ORDERS = "/internal/resale-orders";
    private static final String GOOD = "{\"payment_method\":\"pm_card_visa\",\"expected_total\":101.00}";

    private UUID event;
    private Fan seller;
    private String listing;

    @BeforeEach
    void offered() {
        event = event();
        seller = fan();
        listing = seller.offers(event, seller.owns(event, "100.00"));
    }

    @Test
    void aPurchaseGoesToPaymentWithWhatItMustKnowAndItsAnswerComesBackAsItIs() {
        var buyer = fan();
        answers(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withHeader("Location", "/api/v1/orders/7")
                .withBody("{\"order_id\":\"7\",\"total_amount\":101.00}"));
        var headers = Map.of(
                "Idempotency-Key", "a-key",
                "X-Device-Id", "phone",
                "X-Clearance", "cleared",
                "X-Forwarded-For", "203.0.113.7");
        var bought = call(HttpMethod.POST, LISTINGS + "/" + listing + "/purchase", buyer.token, headers, GOOD);

        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.headers().getFirst("Location")).isEqualTo("/api/v1/orders/7");
        assertThat(bought.headers().getContentType()).hasToString("application/json");
        assertThat(bought.body().get("total_amount").toString()).isEqualTo("101.00");
        payment.verify(
                1,
                postRequestedFor(urlEqualTo(ORDERS))
                        .withHeader("Idempotency-Key", equalTo("a-key"))
                        .withHeader("Authorization", matching("Bearer .+"))
                        .withRequestBody(matchingJsonPath("$.account_created_at", matching("\\d{4}-.+Z")))
                        .withRequestBody(equalToJson("""
                                {"listing_id":"%s","event_id":"%s","user_id":"%s","email":"%s@example.test","currency":"EUR",
                                "payment_method":"pm_card_visa","expected_total":101.00,"device_id":"phone",
                                "address":"203.0.113.7","clearance":"cleared",
                                "account_created_at":"${json-unit.any-string}"}""".formatted(listing, event, buyer.sub, buyer.sub))));
    }

    @ParameterizedTest
    @CsvSource({
        "202, application/json, {\"status\":\"PENDING\"}",
        "402, application/problem+json, {\"code\":\"payment-declined\"}",
        "403, application/problem+json, {\"code\":\"challenge-required\"}",
        "409, application/problem+json, {\"code\":\"price-changed\"}",
        "409, application/problem+json, {\"code\":\"listing-gone\"}",
        "422, application/problem+json, {\"code\":\"ticket-limit\"}",
        "429, application/problem+json, {\"code\":\"purchase-velocity\"}",
    })
    void everyAnswerOfPaymentsIsPassedOn(int status, String type, String body) {
        answers(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", type)
                .withHeader("Retry-After", "3")
                .withBody(body));
        var answer = fan().buys(listing, "k");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().getContentType()).hasToString(type);
        assertThat(answer.headers().getFirst("Retry-After")).isEqualTo("3");
        assertThat(answer.body().toString()).isEqualTo(body);
    }

    @Test
    void whilePaymentIsAwayTheFanIsAskedToRepeat() {
        var buyer = fan();
        for (var fault : new ResponseDefinitionBuilder[] {
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withStatus(500),
            aResponse().withStatus(401),
            aResponse().withStatus(201).withFixedDelay(3_000)
        }) {
            answers(fault);
            var answer = buyer.buys(listing, "a-key");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("service-unavailable");
            assertThat(answer.headers().getFirst("Retry-After")).isNotNull();
        }
    }

    @Test
    void whoHadTheListingInCheckoutAlwaysGetsThroughToTheirAnswer() {
        var buyer = fan();
        var order = UUID.randomUUID();
        long fence = checkout(listing, order, buyer.sub).body().get("fence").asLong();
        confirm(listing, order, fence, buyer.sub);
        answers(aResponse().withStatus(201).withBody("{}"));
        assertThat(buyer.buys(listing, "a-key").status()).isEqualTo(201);
        var late = fan().buys(listing, "b-key");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("listing-gone");
        payment.verify(1, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @Test
    void ownGoneAndUnknownListingsAreRefused() {
        assertThat(seller.buys(listing, "k").code()).isEqualTo("own-listing");
        assertThat(seller.buys(listing, "k").status()).isEqualTo(422);
        assertThat(fan().buys(UUID.randomUUID().toString(), "k").status()).isEqualTo(404);
        seller.deletes(listing);
        assertThat(fan().buys(listing, "k").code()).isEqualTo("listing-gone");
        payment.verify(0, postRequestedFor(urlEqualTo(ORDERS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                          | 400 | malformed-json",
                "{\"payment_method\":\"pm_x\"}                              | 400 | validation-failed",
                "{\"expected_total\":1}                                     | 400 | validation-failed",
                "{\"payment_method\":\"pm x\",\"expected_total\":1}         | 400 | validation-failed",
                "{\"payment_method\":\"pm_x\",\"expected_total\":0}         | 400 | validation-failed",
                "{\"payment_method\":\"pm_x\",\"expected_total\":1.005}     | 400 | validation-failed",
                "{\"payment_method\":\"pm_x\",\"expected_total\":1e99}      | 400 | validation-failed",
                "{\"payment_method\":\"pm_x\",\"expected_total\":1,\"x\":1} | 400 | validation-failed",
                "{\"payment_method\":\"4242424242424242\",\"expected_total\":1}    | 422 | card-number-refused",
                "{\"payment_method\":\"4242 4242 4242 4242\",\"expected_total\":1} | 422 | card-number-refused",
            })
    void aBodyThatIsNoPurchaseIsRefused(String body, int status, String code) {
        var refused = fan().posts(LISTINGS + "/" + listing + "/purchase", "k", body);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void buyingNeedsAFanAndAKey() {
        var path = LISTINGS + "/" + listing + "/purchase";
        assertThat(fan().posts(path, null, GOOD).code()).isEqualTo("idempotency-key-required");
        assertThat(fan().posts(path, "k".repeat(256), GOOD).status()).isEqualTo(400);
        var key = Map.of("Idempotency-Key", "k");
        assertThat(call(HttpMethod.POST, path, null, key, GOOD).status()).isEqualTo(401);
        var scanner = TestIssuer.token(UUID.randomUUID(), "SCANNER");
        assertThat(call(HttpMethod.POST, path, scanner, key, GOOD).status()).isEqualTo(403);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        payment.resetAll();
        payment.stubFor(post(ORDERS).willReturn(answer));
    }
}
