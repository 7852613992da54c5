package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.net.Webhook;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.remote.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;

class ResaleOrderIT extends ResaleFixture {

    @Test
    void listedTicketsAreBoughtForWhatTheirSellerAsks() {
        var buyer = purchaser();
        var answer = buyer.purchases(VISA);

        assertThat(answer.status()).isEqualTo(201);
        settles(answer.orderId(), buyer.listing, "CAPTURED");
        assertThat(history(answer.orderId()))
                .containsExactly("PLACED", "LOCKED", "INTENDED", "CONFIRMING", "AUTHORIZED", "CONFIRMED", "ENDED");
        var order = buyer.gets("/api/v1/orders/" + answer.orderId()).body();
        assertThat(order.get("kind").asString()).isEqualTo("RESALE");
        assertThat(order.get("hold_id").asString()).isEqualTo(buyer.listing.id.toString());
        assertThat(order.get("total_amount").toString()).isEqualTo("300.00");
        assertThat(order.get("tax").toString()).isEqualTo("0.00");
        assertThat(order.get("fees").isEmpty()).isTrue();
        assertThat(order.get("items").size()).isEqualTo(2);
    }

    @Test
    void theSaleIsToldWithItsSeller() {
        var buyer = purchaser();
        var orderId = buyer.purchases(VISA).orderId();
        await().untilAsserted(() ->
                assertThat(heard.of(orderId)).containsExactly("OrderPlaced", "OrderConfirmed", "PaymentCaptured"));
        assertThat(heard.records(orderId).subList(0, 2))
                .allSatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .contains("\"kind\":\"RESALE\""));
        assertThat(new String(heard.records(orderId).get(1).value(), StandardCharsets.UTF_8))
                .contains("\"seller_id\":\"" + buyer.listing.sellerId + "\"");
        var order = call(HttpMethod.GET, "/internal/orders/" + orderId, TestIssuer.internalToken(), Map.of(), null);
        assertThat(order.body().get("kind").asString()).isEqualTo("RESALE");
        assertThat(order.body().get("user_id").asString()).isEqualTo(buyer.sub.toString());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostAnswerOfResaleIsAskedForAgain(Fault fault) {
        resale.failing("checkout", fault, 1);
        resale.failing("confirm", fault, 1);
        var buyer = purchaser();
        var answer = buyer.purchases(VISA);
        assertThat(answer.status()).isEqualTo(201);
        settles(answer.orderId(), buyer.listing, "CAPTURED");
    }

    @Test
    void aMessageOfTheProviderHastensAnOrderThatWaits() throws Exception {
        var buyer = purchaser();
        bank.failing("retrieve", Fault.ERROR_BEFORE, 2);
        bank.failing("confirm", Fault.ERROR_AFTER, 1);
        var orderId = buyer.purchases(VISA).orderId();
        var body =
                "{\"id\":\"evt_%s\",\"type\":\"payment_intent.amount_capturable_updated\",\"data\":{\"object\":{\"id\":\"%s\",\"object\":\"payment_intent\"}}}"
                        .formatted(orderId, bank.intentsOf(orderId).getFirst().id);
        var signature = Webhook.Signature.generateSignatureHeader(
                body, "whsec_new", Instant.now().getEpochSecond());
        var told =
                call(HttpMethod.POST, "/api/v1/webhooks/payments", null, Map.of("Stripe-Signature", signature), body);
        assertThat(told.status()).isEqualTo(200);
        settles(orderId, buyer.listing, "CAPTURED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR_BEFORE", "TIMEOUT_AFTER", "RESET_AFTER"})
    void aDeclineGivesTheListingBackAtOnce(Fault fault) {
        resale.failing("abandon", fault, 1);
        var buyer = purchaser();
        var answer = buyer.purchases("pm_card_chargeDeclined");

        settles(answer.orderId(), buyer.listing, "DECLINED");
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
        assertThat(buyer.listing.cause).isEqualTo("payment-declined");
        var another = new Purchaser(UUID.randomUUID(), buyer.listing);
        assertThat(another.purchases(VISA).status()).isEqualTo(201);
    }

    @Test
    void aDeclineIsAnsweredAndStoredLikeThatOfAnyOrder() {
        var buyer = purchaser();
        var first = buyer.purchases("pm_card_chargeDeclinedInsufficientFunds", PRICE, "a-key", "");
        var again = buyer.purchases("pm_card_chargeDeclinedInsufficientFunds", PRICE, "a-key", "");
        assertThat(first.status()).isEqualTo(402);
        assertThat(first.body().get("decline_code").asString()).isEqualTo("insufficient_funds");
        assertThat(first.body().get("instance").asString())
                .isEqualTo("/api/v1/resale/listings/" + buyer.listing.id + "/purchase");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aRepeatFromElsewhereIsTheSameOrder() {
        var buyer = purchaser();
        var first = buyer.purchases(VISA, PRICE, "a-key", ",\"address\":\"198.51.100.7\",\"device_id\":\"phone\"");
        var again = buyer.purchases(VISA, PRICE, "a-key", ",\"address\":\"198.51.100.8\",\"clearance\":\"x\"");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(buyer.purchases(VISA, "1.00", "a-key", "").code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aKeyCountsForOneBuyerAndOneListing() {
        var buyer = purchaser();
        var elsewhere = new Purchaser(buyer.sub, purchaser().listing);
        var somebodyElse = purchaser();
        assertThat(buyer.purchases(VISA, PRICE, "a-key", "").status()).isEqualTo(201);
        assertThat(elsewhere.purchases(VISA, PRICE, "a-key", "").status()).isEqualTo(201);
        assertThat(somebodyElse.purchases(VISA, PRICE, "a-key", "").status()).isEqualTo(201);
    }

    @Test
    void anotherPriceIsToldAndTheListingIsForSaleAgain() {
        var buyer = purchaser();
        var refused = buyer.purchases(VISA, "250.00", "a-key", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("price-changed");
        assertThat(refused.body().get("total_amount").toString()).isEqualTo("300.00");
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
    }

    @Test
    void aListingThatIsSoldOrCancelledIsGone() {
        var buyer = purchaser();
        buyer.listing.status = "CANCELLED";
        var refused = buyer.purchases(VISA);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("listing-gone");

        var quick = purchaser();
        var slow = new Purchaser(UUID.randomUUID(), quick.listing);
        var sold = quick.purchases(VISA);
        assertThat(slow.purchases(VISA).code()).isEqualTo("listing-gone");
        assertThat(quick.purchases(VISA).code()).isEqualTo("order-in-progress");
        settles(sold.orderId(), quick.listing, "CAPTURED");
    }

    @Test
    void aListingThatAnotherOrderHasIsGone() {
        var buyer = purchaser();
        resale.lockedBy(buyer.listing, UUID.randomUUID());
        assertThat(buyer.purchases(VISA).code()).isEqualTo("listing-gone");
    }

    @Test
    void aListingNobodyKnowsIsNotFound() {
        var buyer = purchaser();
        var body = buyer.body(VISA, PRICE, "").replace(buyer.listing.id.toString(), newId().toString());
        assertThat(internally(body, Map.of("Idempotency-Key", "x")).status()).isEqualTo(404);
    }

    @Test
    void aBuyerAtTheTicketLimitIsToldIt() {
        var buyer = purchaser();
        resale.isAtTheLimit(buyer.sub);
        var refused = buyer.purchases(VISA);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ticket-limit");
        assertThat(refused.body().get("limit").asInt()).isEqualTo(4);
        assertThat(refused.body().get("used").asInt()).isEqualTo(3);
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
    }

    @Test
    void aCaptureThatIsRefusedForGoodTakesTheTicketsBack() {
        var buyer = purchaser();
        resale.failing("confirm", Fault.ERROR_BEFORE, 2);
        var orderId = buyer.purchases(VISA).orderId();
        bank.refuseCapture(orderId);
        settles(orderId, buyer.listing, "CAPTURE_FAILED");
        assertThat(inventory.isRevoked(orderId)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"currency\":\"EUR\"         | \"currency\":\"JPY\"         | currency-unsupported | 422",
                "\"currency\":\"EUR\"         | \"currency\":\"eur\"         | validation-failed | 400",
                "\"currency\":\"EUR\"         | \"currency\":\"EUR\",\"x\":1 | validation-failed | 400",
                "300.00                       | 300.001                      | validation-failed | 400",
                "300.00                       | -1                           | validation-failed | 400",
                "300.00                       | null                         | validation-failed | 400",
                "\"event_id\"                 | \"clearance\"                | validation-failed | 400",
                "\"listing_id\":              | \"listing_id\":1,\"a\":      | validation-failed | 400",
                "\"pm_card_visa\"             | \"p m\"                      | validation-failed | 400",
                "\"pm_card_visa\"             | \"4242424242424242\"         | card-number-refused | 422",
                "\"pm_card_visa\"             | \"pm_card_authenticationRequired\" | not-available-yet | 422",
                "}                            | ,                            | malformed-json | 400",
                "300.00                       | 300.00,\"account_created_at\":\"x\" | validation-failed | 400",
            })
    void aBodyThatIsNotAResaleOrderIsRefused(String what, String by, String code, int status) {
        var buyer = purchaser();
        var answer = internally(buyer.body(VISA, PRICE, "").replace(what, by), Map.of("Idempotency-Key", "x"));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(buyer.listing.status).isEqualTo("ACTIVE");
    }

    @Test
    void onlyServicesOrderForOthersAndEachOrderHasItsKey() {
        var buyer = purchaser();
        var body = buyer.body(VISA, PRICE, "");
        var path = "/internal/resale-orders";
        var key = Map.of("Idempotency-Key", "x");
        assertThat(call(HttpMethod.POST, path, TestIssuer.token(buyer.sub, "FAN"), key, body)
                        .status())
                .isEqualTo(403);
        assertThat(call(HttpMethod.POST, path, null, key, body).status()).isEqualTo(401);
        assertThat(internally(body, Map.of()).code()).isEqualTo("idempotency-key-required");
        assertThat(internally(body, Map.of("Idempotency-Key", " ")).code()).isEqualTo("validation-failed");
    }
}
