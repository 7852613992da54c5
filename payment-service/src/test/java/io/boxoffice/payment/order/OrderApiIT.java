package io.boxoffice.payment.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.payment.PaymentFixture;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class OrderApiIT extends PaymentFixture {

    @Test
    void aQuoteShowsTicketsFeesTaxAndTotal() {
        var buyer = buyer();
        var answer = buyer.gets("/api/v1/events/" + buyer.eventId + "/holds/" + buyer.hold.id + "/quote");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo(
                        "{\"tickets\":1000.00,\"fees\":[{\"name\":\"ticket_fees\",\"amount\":103.00},"
                                + "{\"name\":\"order_fee\",\"amount\":2.00}],\"tax\":176.43,\"total\":1105.00,\"currency\":\"EUR\"}");
    }

    @Test
    void aQuoteOfAnothersHoldIsNotFoundAndOfALapsedOneGone() {
        var buyer = buyer();
        var path = "/api/v1/events/" + buyer.eventId + "/holds/" + buyer.hold.id + "/quote";
        assertThat(buyer(buyer.eventId).gets(path).code()).isEqualTo("not-found");
        buyer.hold.status = "EXPIRED";
        assertThat(buyer.gets(path).code()).isEqualTo("hold-expired");
        assertThat(buyer.gets("/api/v1/events/x/holds/y/quote").status()).isEqualTo(404);
    }

    @Test
    void anOrderReadsAsTheContractSays() {
        var buyer = buyer();
        var placed = buyer.orders("pm_card_visa");
        var order = buyer.gets("/api/v1/orders/" + placed.orderId()).body();
        assertThat(order.propertyNames())
                .containsExactlyInAnyOrder(
                        "order_id",
                        "event_id",
                        "hold_id",
                        "kind",
                        "status",
                        "total_amount",
                        "currency",
                        "items",
                        "fees",
                        "tax",
                        "created_at");
        assertThat(order.get("total_amount").toString()).isEqualTo("1105.00");
        assertThat(order.get("created_at").asString()).endsWith("Z");
        assertThat(order.get("items").get(0).propertyNames())
                .containsExactlyInAnyOrder("seat_id", "section", "row", "seat_number", "price", "status");
        assertThat(order.get("items").get(0).get("price").toString()).isEqualTo("500.00");
        assertThat(order.get("items").get(1).get("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void aRepeatGetsTheStoredAnswer() {
        var buyer = buyer();
        var first = buyer.orders("pm_card_visa", TOTAL, "a-key");
        var again = buyer.orders("pm_card_visa", TOTAL, "a-key");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.headers().getFirst("Location"))
                .isEqualTo(first.headers().getFirst("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(buyer.orders("pm_card_visa", "1.00", "a-key").code()).isEqualTo("idempotency-key-reused");
        assertThat(buyer.orders("pm_card_visa").code()).isEqualTo("order-in-progress");
    }

    @Test
    void aDeclineIsStoredToo() {
        var buyer = buyer();
        var first = buyer.orders("pm_card_chargeDeclined", TOTAL, "a-key");
        var again = buyer.orders("pm_card_chargeDeclined", TOTAL, "a-key");
        assertThat(first.body().propertyNames())
                .contains("type", "title", "status", "detail", "instance", "code", "request_id", "retryable");
        assertThat(again.status()).isEqualTo(402);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getContentType()).hasToString("application/problem+json");
    }

    @Test
    void anotherPriceIsToldAndTheHoldStaysTheFans() {
        var buyer = buyer();
        var refused = buyer.orders("pm_card_visa", "1000.00", "a-key");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("price-changed");
        assertThat(refused.body().get("total_amount").toString()).isEqualTo("1105.00");
        assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        assertThat(buyer.orders("pm_card_visa", "1000.00", "a-key").code()).isEqualTo("price-changed");
        assertThat(buyer.orders("pm_card_visa").status()).isEqualTo(201);
    }

    @Test
    void holdsThatAreGoneUnknownOrAnothersAreRefused() {
        var buyer = buyer();
        buyer.hold.status = "EXPIRED";
        assertThat(buyer.orders("pm_card_visa").code()).isEqualTo("hold-expired");

        var other = buyer(buyer.eventId);
        var thief = new Buyer(buyer.eventId, UUID.randomUUID(), other.hold);
        assertThat(thief.orders("pm_card_visa").status()).isEqualTo(404);
        assertThat(other.orders("pm_card_visa").status()).isEqualTo(201);
        assertThat(thief.orders("pm_card_visa").status()).isEqualTo(404);
    }

    @Test
    void aPlaceTakenByAnOrderOfADeadProcessIsGoneOnWith() {
        var buyer = buyer();
        var dead = DeadOrder.of(jdbc, buyer.hold, "pm_card_visa");
        var first = buyer.orders("pm_card_visa", TOTAL, "a-key");
        assertThat(first.code()).isEqualTo("order-in-progress");

        var other = buyer();
        other.orders("pm_card_visa", TOTAL, "b-key");
        var order = DeadOrder.of(jdbc, buyer(other.eventId).hold, "pm_card_visa");
        jdbc.sql("UPDATE idempotency_keys SET status = NULL, body = NULL, location = NULL, reference = ?,"
                        + " claimed_at = claimed_at - interval '1 minute' WHERE sub = ?")
                .params(order.id, other.sub.toString())
                .update();
        var takenOver = other.orders("pm_card_visa", TOTAL, "b-key");
        assertThat(takenOver.status()).isEqualTo(201);
        assertThat(takenOver.orderId()).isEqualTo(order.id);
        dead.left();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"hold_id\":                                                        | malformed-json | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":1,\"x\":1} | validation-failed | 400",
                "{\"hold_id\":\"nonsense\",\"payment_method\":\"pm_x\",\"expected_total\":1}     | validation-failed | 400",
                "{\"payment_method\":\"pm_x\",\"expected_total\":1}                              | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"expected_total\":1}                                     | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\"}                              | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":1.005}     | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":-1}        | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":\"1\"}     | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":1e99}      | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"p m\",\"expected_total\":1}          | validation-failed | 400",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"4242 4242 4242 4242\",\"expected_total\":1} | card-number-refused | 422",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":1,\"card\":{\"number\":\"4242424242424242\"}} | card-number-refused | 422",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_x\",\"expected_total\":4242424242424242} | card-number-refused | 422",
                "{\"hold_id\":\"HOLD\",\"payment_method\":\"pm_card_authenticationRequired\",\"expected_total\":1} | not-available-yet | 422",
            })
    void aBodyThatIsNotAnOrderIsRefused(String body, String code, int status) {
        var buyer = buyer();
        var answer = buyer.posts(
                body.replace("HOLD", buyer.hold.id.toString()), Map.of("Idempotency-Key", "k" + body.hashCode()));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(buyer.hold.status).isEqualTo("ACTIVE");
    }

    @Test
    void anOrderNeedsAKeyAFanAndAnEvent() {
        var buyer = buyer();
        assertThat(buyer.posts("{}", Map.of("Idempotency-Key", "x")).status()).isEqualTo(400);
        var path = "/api/v1/events/" + buyer.eventId + "/orders";
        var body = "{\"hold_id\":\"%s\",\"payment_method\":\"pm_card_visa\",\"expected_total\":1105.00}"
                .formatted(buyer.hold.id);
        assertThat(buyer.posts(body, Map.of()).code()).isEqualTo("idempotency-key-required");
        assertThat(call(HttpMethod.POST, path, null, Map.of("Idempotency-Key", "x"), body)
                        .status())
                .isEqualTo(401);
        var scanner = TestIssuer.token(UUID.randomUUID(), "SCANNER");
        assertThat(call(HttpMethod.POST, path, scanner, Map.of("Idempotency-Key", "x"), body)
                        .status())
                .isEqualTo(403);
        assertThat(buyer(UUID.randomUUID()).orders("pm_card_visa").status()).isEqualTo(404);
        assertThat(buyer(catalog.published("JPY", "OFF")).orders("pm_card_visa").code())
                .isEqualTo("currency-unsupported");
        assertThat(buyer.gets(path).status()).isEqualTo(405);
        assertThat(buyer.gets("/api/v1/orders/" + buyer.hold.id + "/receipt.pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEventWithAQueueAsksForTheAccessToken() {
        var eventId = catalog.published("EUR", "FIFO");
        var sub = UUID.randomUUID();
        var session = UUID.randomUUID();
        var buyer = new Buyer(eventId, sub, inventory.held(eventId, sub, session, "500.00", "500.00"));
        var quote = "/api/v1/events/" + eventId + "/holds/" + buyer.hold.id + "/quote";
        var expired = Map.of(
                "X-Access-Token", buyer.accessToken(session, Instant.now().minusSeconds(60)), "X-Device-Id", "phone");
        var another = Map.of(
                "X-Access-Token",
                buyer.accessToken(UUID.randomUUID(), Instant.now().plusSeconds(60)),
                "X-Device-Id",
                "phone");

        assertThat(buyer.orders("pm_card_visa").code()).isEqualTo("access-token-required");
        assertThat(buyer.gets(quote).code()).isEqualTo("access-token-required");
        assertThat(buyer.gets(quote, another).code()).isEqualTo("access-token-revoked");
        assertThat(order(buyer, another).code()).isEqualTo("access-token-revoked");
        assertThat(buyer.gets(quote, expired).status()).isEqualTo(200);
        assertThat(order(buyer, expired).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "SessionSuperseded, , true",
        "SessionEnded, left, true",
        "SessionEnded, purchased, false",
        "SessionEnded, expired, false"
    })
    void aSessionThatWasLeftOrTakenOverOrdersNoMore(String name, String cause, boolean lockedOut) {
        var eventId = catalog.published("EUR", "FIFO");
        var sub = UUID.randomUUID();
        var session = UUID.randomUUID();
        var buyer = new Buyer(eventId, sub, inventory.held(eventId, sub, session, "500.00", "500.00"));
        var headers = Map.of(
                "X-Access-Token", buyer.accessToken(session, Instant.now().plusSeconds(60)), "X-Device-Id", "phone");
        var quote = "/api/v1/events/" + eventId + "/holds/" + buyer.hold.id + "/quote";

        tell("boxoffice.queue", name, ended(session, cause));
        if (lockedOut) {
            await().untilAsserted(
                            () -> assertThat(buyer.gets(quote, headers).code()).isEqualTo("access-token-revoked"));
            assertThat(order(buyer, headers).code()).isEqualTo("access-token-revoked");
            assertThat(buyer.hold.status).isEqualTo("ACTIVE");
        } else {
            assertThat(order(buyer, headers).status()).isEqualTo(201);
        }
    }

    @Test
    void whatWasAnsweredBeforeTheSessionEndedIsAnsweredAgain() {
        var eventId = catalog.published("EUR", "FIFO");
        var sub = UUID.randomUUID();
        var session = UUID.randomUUID();
        var buyer = new Buyer(eventId, sub, inventory.held(eventId, sub, session, "500.00", "500.00"));
        var headers = Map.of(
                "X-Access-Token",
                buyer.accessToken(session, Instant.now().plusSeconds(60)),
                "X-Device-Id",
                "phone",
                "Idempotency-Key",
                "a-key");
        var quote = "/api/v1/events/" + eventId + "/holds/" + buyer.hold.id + "/quote";
        var first = order(buyer, headers);
        assertThat(first.status()).isEqualTo(201);

        tell("boxoffice.queue", "SessionEnded", ended(session, "purchased"));
        assertThat(buyer.gets(quote, headers).status())
                .as("bought, and asked once more")
                .isEqualTo(200);
        assertThat(order(buyer, headers).body()).isEqualTo(first.body());

        var superseded = UUID.randomUUID();
        var another = new Buyer(eventId, sub, inventory.held(eventId, sub, superseded, "500.00", "500.00"));
        var theirs = new java.util.HashMap<>(headers);
        theirs.put(
                "X-Access-Token", another.accessToken(superseded, Instant.now().plusSeconds(60)));
        theirs.put("Idempotency-Key", "another-key");
        var answered = order(another, theirs);
        assertThat(answered.status()).isEqualTo(201);
        tell("boxoffice.queue", "SessionSuperseded", ended(superseded, ""));
        var theirQuote = "/api/v1/events/" + eventId + "/holds/" + another.hold.id + "/quote";
        await().untilAsserted(() ->
                assertThat(another.gets(theirQuote, theirs).code()).isEqualTo("access-token-revoked"));
        assertThat(order(another, theirs).body()).isEqualTo(answered.body());
    }

    private static String ended(UUID session, String cause) {
        return "{\"session_id\":\"%s\",\"cause\":\"%s\"}".formatted(session, cause);
    }

    private static Answer order(Buyer buyer, Map<String, String> headers) {
        var all = new java.util.HashMap<>(headers);
        all.putIfAbsent("Idempotency-Key", UUID.randomUUID().toString());
        return buyer.posts(
                "{\"hold_id\":\"%s\",\"payment_method\":\"pm_card_visa\",\"expected_total\":1105.00}"
                        .formatted(buyer.hold.id),
                all);
    }

    @Test
    void ordersAreListedNewestFirstPageByPage() {
        var buyer = buyer();
        var first = buyer.orders("pm_card_chargeDeclined").orderId();
        var second = buyer.orders("pm_card_chargeDeclined").orderId();
        var third = buyer.orders("pm_card_visa").orderId();

        var page = buyer.gets("/api/v1/orders?limit=2").body();
        assertThat(page.get("items")
                        .valueStream()
                        .map(order -> order.get("order_id").asString()))
                .containsExactly(third.toString(), second.toString());
        var rest = buyer.gets("/api/v1/orders?limit=2&cursor="
                        + page.get("next_cursor").asString())
                .body();
        assertThat(rest.get("items")
                        .valueStream()
                        .map(order -> order.get("order_id").asString()))
                .containsExactly(first.toString());
        assertThat(rest.get("next_cursor").isNull()).isTrue();
        assertThat(rest.get("items").get(0).get("items").get(0).get("status").asString())
                .isEqualTo("VOID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?user_id=nonsense", "?cursor=nonsense", "?limit=0", "?limit=1000", "?limit=x"})
    void aPageThatCannotBeIsRefused(String query) {
        assertThat(buyer().gets("/api/v1/orders" + query).code()).isEqualTo("validation-failed");
    }

    @Test
    void anOrderIsSeenByItsOwnerAndSupportAlone() {
        var buyer = buyer();
        var path = "/api/v1/orders/" + buyer.orders("pm_card_visa").orderId();
        var support = TestIssuer.token(UUID.randomUUID(), "SUPPORT");
        assertThat(buyer.gets(path).status()).isEqualTo(200);
        assertThat(call(HttpMethod.GET, path, support, Map.of(), null).status()).isEqualTo(200);
        assertThat(buyer().gets(path).status()).isEqualTo(404);
        var list = "/api/v1/orders?user_id=" + buyer.sub;
        assertThat(call(HttpMethod.GET, list, support, Map.of(), null)
                        .body()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(buyer.gets(list).body().get("items").size()).isEqualTo(1);
        assertThat(buyer().gets(list).code()).isEqualTo("forbidden");
        assertThat(buyer.gets("/api/v1/orders/nonsense").status()).isEqualTo(404);
        assertThat(call(HttpMethod.GET, path, null, Map.of(), null).status()).isEqualTo(401);
    }

    @Test
    void otherServicesLearnWhoseItIsAndWhereToWrite() {
        var buyer = buyer();
        var orderId = buyer.orders("pm_card_visa").orderId();
        var internal = TestIssuer.internalToken();
        var order = call(HttpMethod.GET, "/internal/orders/" + orderId, internal, Map.of(), null);
        assertThat(order.body().get("user_id").asString()).isEqualTo(buyer.sub.toString());
        assertThat(order.body().get("order_id").asString()).isEqualTo(orderId.toString());
        assertThat(order.body().get("kind").asString()).isEqualTo("PRIMARY");
        var contact = call(HttpMethod.GET, "/internal/orders/" + orderId + "/contact", internal, Map.of(), null);
        assertThat(contact.body().toString())
                .isEqualTo("{\"order_id\":\"%s\",\"email\":\"%s@example.test\",\"locale\":\"en\"}"
                        .formatted(orderId, buyer.sub));
        assertThat(buyer.gets("/internal/orders/" + orderId + "/contact").status())
                .isEqualTo(403);
    }

    @Test
    void anybodyMayLearnWhereCardsGo() {
        var config = call(HttpMethod.GET, "/api/v1/payment-config", null, Map.of(), null);
        assertThat(config.body().toString())
                .isEqualTo("{\"provider\":\"stripe\",\"publishable_key\":\"pk_test_public\",\"base_url\":\"%s\"}"
                        .formatted(bank.url()));
    }

    @Test
    void theDescriptionNamesWhatExists() {
        var docs = call(HttpMethod.GET, "/v3/api-docs", null, Map.of(), null);
        assertThat(docs.body().get("paths").propertyNames())
                .contains(
                        "/api/v1/events/{eventId}/orders",
                        "/api/v1/events/{eventId}/holds/{holdId}/quote",
                        "/api/v1/orders",
                        "/api/v1/orders/{orderId}",
                        "/api/v1/webhooks/payments",
                        "/api/v1/payment-config");
    }
}
