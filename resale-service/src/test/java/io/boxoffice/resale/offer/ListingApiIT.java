package io.boxoffice.resale.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.resale.ResaleFixture;
import io.boxoffice.resale.fixture.InventoryDouble.Ticket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class ListingApiIT extends ResaleFixture {

    @Test
    void aFanOffersTicketsForAllToSee() {
        var event = event();
        var seller = fan();
        var first = seller.owns(event, "100.00");
        var second = seller.owns(event, "100.00");

        var listed = seller.lists(event, "111.50", first, second);

        assertThat(listed.status()).isEqualTo(201);
        var id = listed.text("listing_id");
        assertThat(listed.headers().getFirst("Location")).isEqualTo(LISTINGS + "/" + id);
        assertThat(listed.body().propertyNames())
                .containsExactly(
                        "listing_id", "event_id", "status", "price_each", "total", "currency", "tickets", "created_at");
        assertThat(listed.text("status")).isEqualTo("ACTIVE");
        assertThat(listed.body().get("price_each").toString()).isEqualTo("111.50");
        assertThat(listed.body().get("total").toString()).isEqualTo("223.00");
        assertThat(listed.body().at("/tickets/0").propertyNames())
                .containsExactly("ticket_id", "section", "row", "seat_number", "face_price");
        assertThat(List.of(first.lock, second.lock)).containsOnly("LISTED");
        assertThat(first.ref).hasToString(id);
        assertThat(fan().gets(LISTINGS + "/" + id).body()).isEqualTo(listed.body());
        await().untilAsserted(() -> assertThat(heard.names(id)).containsExactly("TicketListed"));
        var told = heard.of(id).getFirst();
        assertThat(told.key()).isEqualTo(event.toString());
        assertThat(told.data().get("tickets").size()).isEqualTo(2);
    }

    @Test
    void aRepeatGetsTheStoredAnswer() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var first = seller.lists("a-key", event, "90.00", ticket);
        var again = seller.lists("a-key", event, "90.00", ticket);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(seller.lists("a-key", event, "91.00", ticket).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aPriceAboveTheCapIsRefusedWithTheCap() {
        var event = event();
        var seller = fan();
        var refused = seller.lists(event, "111.51", seller.owns(event, "100.00"), seller.owns(event, "200.00"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("price-above-cap");
        assertThat(refused.body().get("cap").toString()).isEqualTo("111.50");
    }

    @Test
    void eventsDecideWhetherTheirTicketsAreResold() {
        var seller = fan();
        var closed = event(false, "AFTER_EVENT");
        assertThat(seller.lists(closed, "1.00", seller.owns(closed, "100.00")).code())
                .isEqualTo("resale-not-allowed");
        var unknown = UUID.randomUUID();
        assertThat(seller.lists(unknown, "1.00", seller.owns(unknown, "100.00")).status())
                .isEqualTo(404);
        var cancelled = event();
        var offered = seller.offers(cancelled, seller.owns(cancelled, "100.00"));
        jdbc.sql("UPDATE events SET cancelled = true WHERE event_id = ?")
                .param(cancelled)
                .update();
        assertThat(seller.lists(cancelled, "1.00", seller.owns(cancelled, "100.00"))
                        .code())
                .isEqualTo("event-over");
        await().untilAsserted(() -> assertThat(status(offered)).isEqualTo("CANCELLED"));
    }

    @ParameterizedTest
    @CsvSource({"USED, NONE, used", "REVOKED, NONE, revoked", "VALID, TRANSFER, locked", "VALID, REFUND, locked"})
    void ticketsThatCannotBeListedAreNamed(String status, String lock, String reason) {
        var event = event();
        var seller = fan();
        var good = seller.owns(event, "100.00");
        var bad = seller.owns(event, "100.00");
        bad.status = status;
        bad.lock = lock;
        var refused = seller.lists(event, "90.00", good, bad);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ticket-not-listable");
        assertThat(refused.text("ticket_id")).isEqualTo(bad.id.toString());
        assertThat(refused.text("reason")).isEqualTo(reason);
        assertThat(good.lock).isEqualTo("NONE");
    }

    @Test
    void whatIsAnothersOrUnknownIsNotFound() {
        var event = event();
        var seller = fan();
        assertThat(seller.lists(event, "90.00", fan().owns(event, "100.00")).status())
                .isEqualTo(404);
        var body = "{\"event_id\":\"%s\",\"ticket_ids\":[\"%s\"],\"price_each\":1}".formatted(event, UUID.randomUUID());
        assertThat(seller.posts(LISTINGS, "k", body).status()).isEqualTo(404);
    }

    @Test
    void aTicketIsInOneLiveListing() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var first = seller.offers(event, ticket);
        var refused = seller.lists(event, "80.00", seller.owns(event, "100.00"), ticket);
        assertThat(refused.code()).isEqualTo("ticket-not-listable");
        assertThat(refused.text("ticket_id")).isEqualTo(ticket.id.toString());
        seller.deletes(first);
        assertThat(seller.lists(event, "80.00", ticket).status()).isEqualTo(201);
    }

    @Test
    void aTicketThatIsUsedMeanwhileLeavesNothingListed() {
        var event = event();
        var seller = fan();
        var first = seller.owns(event, "100.00");
        var second = seller.owns(event, "100.00");
        inventory.onCall(operation -> {
            if (operation.equals("list")) {
                second.status = "USED";
            }
        });
        var refused = seller.lists(event, "90.00", first, second);
        assertThat(refused.code()).isEqualTo("ticket-not-listable");
        assertThat(refused.text("reason")).isEqualTo("used");
        await().untilAsserted(() -> assertThat(first.lock).isEqualTo("NONE"));
        var mine = seller.gets(LISTINGS + "?mine=true&event_id=" + event).body().at("/items/0");
        assertThat(mine.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(heard.names(mine.get("listing_id").asString())).isEmpty();
        assertThat(fan().gets(LISTINGS + "/" + mine.get("listing_id").asString())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"event_id\":                                              | malformed-json    | ``",
                "[]                                                          | validation-failed | ``",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":1,\"x\":1}  | validation-failed | /x",
                "{\"event_id\":\"x\",\"ticket_ids\":[\"T\"],\"price_each\":1}    | validation-failed | /event_id",
                "{\"ticket_ids\":[\"T\"],\"price_each\":1}                       | validation-failed | /event_id",
                "{\"event_id\":\"E\",\"price_each\":1}                           | validation-failed | /ticket_ids",
                "{\"event_id\":\"E\",\"ticket_ids\":[],\"price_each\":1}         | validation-failed | /ticket_ids",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\",\"T\"],\"price_each\":1}  | validation-failed | /ticket_ids",
                "{\"event_id\":\"E\",\"ticket_ids\":[null],\"price_each\":1}     | validation-failed | ``",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"]}                     | validation-failed | /price_each",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":0}    | validation-failed | /price_each",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":-1}   | validation-failed | /price_each",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":1.005} | validation-failed | /price_each",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":1e99} | validation-failed | /price_each",
                "{\"event_id\":\"E\",\"ticket_ids\":[\"T\"],\"price_each\":\"1\"} | validation-failed | /price_each",
            })
    void aBodyThatIsNoListingIsRefused(String body, String code, String pointer) {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var text = body.replace("\"E\"", "\"" + event + "\"").replace("\"T\"", "\"" + ticket.id + "\"");
        var refused = seller.posts(LISTINGS, "k", text);
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo(code);
        if (!pointer.isEmpty()) {
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        }
    }

    @Test
    void moreTicketsThanAFanMayBuyAreRefused() {
        var event = event();
        var seller = fan();
        var tickets =
                Stream.generate(() -> seller.owns(event, "100.00")).limit(5).toArray(Ticket[]::new);
        var refused = seller.lists(event, "90.00", tickets);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/ticket_ids");
    }

    @Test
    void sellingNeedsAFanAndAKey() {
        var event = event();
        var seller = fan();
        var body = "{\"event_id\":\"%s\",\"ticket_ids\":[\"%s\"],\"price_each\":1}"
                .formatted(event, seller.owns(event, "100.00").id);
        assertThat(seller.posts(LISTINGS, null, body).code()).isEqualTo("idempotency-key-required");
        var key = Map.of("Idempotency-Key", "k");
        assertThat(call(HttpMethod.POST, LISTINGS, null, key, body).status()).isEqualTo(401);
        var scanner = TestIssuer.token(UUID.randomUUID(), "SCANNER");
        assertThat(call(HttpMethod.POST, LISTINGS, scanner, key, body).status()).isEqualTo(403);
        assertThat(call(HttpMethod.DELETE, LISTINGS + "/" + event, scanner, key, null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void offersAreListedCheapestFirstPageByPage() {
        var event = event();
        var seller = fan();
        for (var price : List.of("30.00", "10.00", "20.00", "10.00")) {
            assertThat(seller.lists(event, price, seller.owns(event, "100.00")).status())
                    .isEqualTo(201);
        }
        var path = LISTINGS + "?limit=3&event_id=" + event;
        var page = call(HttpMethod.GET, path, null, Map.of(), null).body();
        assertThat(page.get("items")
                        .valueStream()
                        .map(item -> item.get("price_each").toString()))
                .containsExactly("10.00", "10.00", "20.00");
        assertThat(page.toString()).doesNotContain(seller.sub.toString());
        var rest = call(
                        HttpMethod.GET,
                        path + "&cursor=" + page.get("next_cursor").asString(),
                        null,
                        Map.of(),
                        null)
                .body();
        assertThat(rest.get("items")
                        .valueStream()
                        .map(item -> item.get("price_each").toString()))
                .containsExactly("30.00");
        assertThat(rest.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void aSellerSeesTheirOwnInEveryStateNewestFirst() {
        var event = event();
        var seller = fan();
        var first = seller.offers(event, seller.owns(event, "100.00"));
        var second = seller.offers(event, seller.owns(event, "100.00"));
        var third = seller.offers(event, seller.owns(event, "100.00"));
        seller.deletes(first);
        fan().offers(event, fan().owns(event, "100.00"));

        var page = seller.gets(LISTINGS + "?mine=true&limit=2").body();
        assertThat(page.get("items")
                        .valueStream()
                        .map(item -> item.get("listing_id").asString()))
                .containsExactly(third, second);
        var rest = seller.gets(LISTINGS + "?mine=true&limit=2&cursor="
                        + page.get("next_cursor").asString())
                .body();
        assertThat(rest.at("/items/0/status").asString()).isEqualTo("CANCELLED");
        assertThat(rest.at("/items/0/cause").asString()).isEqualTo("seller");
        assertThat(call(HttpMethod.GET, LISTINGS + "?mine=true", null, Map.of(), null)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=nonsense",
                "?cursor=MS4wMA",
                "?cursor=MWU5OTk5OTk5OTkgMDE5OGYzYTQtN2MwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx",
                "?limit=0",
                "?limit=101",
                "?limit=x",
                "?event_id=x",
                "?mine=true&cursor=nonsense"
            })
    void aPageThatCannotBeIsRefused(String query) {
        var refused = fan().gets(LISTINGS + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
    }

    @Test
    void aSellerTakesAListingBackAndTheTicketIsFree() {
        var event = event();
        var seller = fan();
        var ticket = seller.owns(event, "100.00");
        var listing = seller.offers(event, ticket);
        assertThat(fan().deletes(listing).status()).isEqualTo(404);
        assertThat(seller.deletes(listing).status()).isEqualTo(204);
        assertThat(seller.deletes(listing).status()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(ticket.lock).isEqualTo("NONE"));
        assertThat(fan().gets(LISTINGS + "/" + listing).status()).isEqualTo(404);
        assertThat(seller.gets(LISTINGS + "/" + listing).text("status")).isEqualTo("CANCELLED");
        assertThat(seller.deletes("nonsense").status()).isEqualTo(404);
        await().untilAsserted(
                        () -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingCancelled"));
        assertThat(heard.of(listing).getLast().data().get("cause").asString()).isEqualTo("seller");
    }

    @Test
    void whatIsBeingBoughtCannotBeTakenBack() {
        var event = event();
        var seller = fan();
        var listing = seller.offers(event, seller.owns(event, "100.00"));
        checkout(listing, UUID.randomUUID(), UUID.randomUUID());
        assertThat(seller.deletes(listing).code()).isEqualTo("listing-in-checkout");
        assertThat(fan().gets(LISTINGS + "/" + listing).text("status")).isEqualTo("CHECKOUT");
    }
}
