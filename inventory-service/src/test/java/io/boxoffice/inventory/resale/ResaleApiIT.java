package io.boxoffice.inventory.resale;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class ResaleApiIT {
    private final UUID seller = UUID.randomUUID();
    private final UUID buyer = UUID.randomUUID();
    private final UUID firstOrder = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final UUID listing = UUID.randomUUID();
    private Shows.Show show;
    private UUID event;
    private UUID ticket;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Autowired
    MeterRegistry metrics;

    @BeforeEach
    void aTicketIsSold() {
        var plan = shows.plan(1, 5);
        plan.put("ticket_limit", 2);
        show = shows.onSale(plan);
        event = show.id();
        var bought = api.buy(seller, event, show.seats().subList(0, 1), firstOrder);
        ticket = UUID.fromString(bought.body().at("/tickets/0/ticket_id").asString());
    }

    private String code(UUID ofOrder) {
        return api.codes(event, ofOrder).body().at("/items/0/code").asString();
    }

    private Api.Answer scan(String code) {
        return api.scan(event, code, "A", "gate-1", UUID.randomUUID().toString());
    }

    private Map<String, Integer> limitOf(UUID fan) {
        return show.behind()
                .sql("SELECT held, bought FROM fan_limits WHERE event_id = ? AND limit_key = ?")
                .params(event, fan.toString())
                .query((row, _) -> Map.of("held", row.getInt("held"), "bought", row.getInt("bought")))
                .single();
    }

    @Test
    void aTicketIsShownAsItStands() {
        var seen = api.ticket(event, ticket);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "ticket_id",
                        "event_id",
                        "order_id",
                        "holder",
                        "seat_id",
                        "section",
                        "row",
                        "seat_number",
                        "face_price",
                        "currency",
                        "status",
                        "generation",
                        "lock_kind");
        assertThat(seen.text("lock_kind")).isEqualTo("NONE");
        assertThat(seen.body().path("face_price").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(api.ticket(event, UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.ticket(UUID.randomUUID(), ticket).status()).isEqualTo(404);
    }

    @Test
    void aTicketIsListedOnceAndOnlyByItsHolder() {
        assertThat(api.list(event, ticket, listing, buyer).status()).isEqualTo(404);
        var listed = api.list(event, ticket, listing, seller);
        assertThat(listed.text("lock_kind")).isEqualTo("LISTED");
        assertThat(listed.text("lock_ref")).isEqualTo(listing.toString());
        assertThat(api.list(event, ticket, listing, seller).body()).isEqualTo(listed.body());
        var again = api.list(event, ticket, UUID.randomUUID(), seller);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ticket-locked");
        assertThat(again.text("lock_kind")).isEqualTo("LISTED");
        var free = api.ticket(event, ticket, "unlock", Map.of("kind", "LISTED", "ref", listing));
        assertThat(free.text("lock_kind")).isEqualTo("NONE");
        assertThat(api.ticket(event, ticket, "unlock", Map.of("kind", "LISTED", "ref", listing))
                        .body())
                .isEqualTo(free.body());
    }

    @Test
    void aCheckoutCountsAgainstTheBuyersLimitAndGivesItBack() {
        api.list(event, ticket, listing, seller);
        assertThat(api.resaleCheckout(event, ticket, order, UUID.randomUUID(), buyer)
                        .code())
                .isEqualTo("ticket-locked");
        var locked = api.resaleCheckout(event, ticket, order, listing, buyer);
        assertThat(locked.text("lock_kind")).isEqualTo("RESALE_CHECKOUT");
        assertThat(api.resaleCheckout(event, ticket, order, listing, buyer).body())
                .isEqualTo(locked.body());
        assertThat(limitOf(buyer)).isEqualTo(Map.of("held", 1, "bought", 0));
        assertThat(api.resaleCheckout(event, ticket, UUID.randomUUID(), listing, UUID.randomUUID())
                        .text("lock_kind"))
                .isEqualTo("RESALE_CHECKOUT");
        assertThat(scan(code(firstOrder)).text("reason")).isEqualTo("locked");
        var next = UUID.randomUUID();
        var unlock = Map.of("kind", "RESALE_CHECKOUT", "ref", order, "to_ref", next);
        var back = api.ticket(event, ticket, "unlock", unlock);
        assertThat(back.text("lock_kind")).isEqualTo("LISTED");
        assertThat(back.text("lock_ref")).isEqualTo(next.toString());
        api.ticket(event, ticket, "unlock", unlock);
        assertThat(limitOf(buyer)).isEqualTo(Map.of("held", 0, "bought", 0));
        History.check(show);
    }

    @Test
    void aBuyerAtTheLimitIsRefusedAndTheTicketStaysListed() {
        api.buy(buyer, event, show.seats().subList(1, 3), UUID.randomUUID());
        api.list(event, ticket, listing, seller);
        var refused = api.resaleCheckout(event, ticket, order, listing, buyer);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ticket-limit");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(2);
        assertThat(refused.body().path("used").asInt()).isEqualTo(2);
        assertThat(api.ticket(event, ticket).text("lock_ref")).isEqualTo(listing.toString());
        History.check(show);
    }

    @Test
    void theSellersCodeIsDeadWhenTheBuyersIsBorn() {
        var sold = metrics.counter("boxoffice.tickets.sold", "event_id", event.toString(), "section", "Floor");
        var before = sold.count();
        var old = code(firstOrder);
        api.list(event, ticket, listing, seller);
        api.resaleCheckout(event, ticket, order, listing, buyer);
        assertThat(api.reassign(event, ticket, order, UUID.randomUUID()).code()).isEqualTo("fence-lost");
        assertThat(api.reassign(event, ticket, UUID.randomUUID(), buyer).code()).isEqualTo("fence-lost");
        var given = api.reassign(event, ticket, order, buyer);
        assertThat(given.status()).as(given.raw().body()).isEqualTo(200);
        assertThat(given.text("holder")).isEqualTo(buyer.toString());
        assertThat(given.text("order_id")).isEqualTo(order.toString());
        assertThat(given.body().path("generation").asInt()).isEqualTo(2);
        assertThat(given.text("lock_kind")).isEqualTo("NONE");
        assertThat(given.body().path("face_price").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(api.reassign(event, ticket, order, buyer).body()).isEqualTo(given.body());
        assertThat(limitOf(buyer)).isEqualTo(Map.of("held", 0, "bought", 1));
        assertThat(limitOf(seller)).isEqualTo(Map.of("held", 0, "bought", 1));
        assertThat(scan(old).text("reason")).isEqualTo("transferred");
        assertThat(api.codes(event, firstOrder).status()).isEqualTo(404);
        assertThat(scan(code(order)).text("result")).isEqualTo("ADMITTED");
        assertThat(scan(old).text("reason")).isEqualTo("transferred");
        var told = heard.one("TicketTransferred", event);
        assertThat(told.data().path("from_holder").asString()).isEqualTo(seller.toString());
        assertThat(told.data().path("holder").asString()).isEqualTo(buyer.toString());
        assertThat(told.data().path("cause").asString()).isEqualTo("resale");
        assertThat(sold.count()).isEqualTo(before);
        History.check(show);
    }

    @Test
    void aTicketIsSoldOnAndOnAndEachOrderHearsItsOwnAnswerAgain() {
        var third = UUID.randomUUID();
        var nextOrder = UUID.randomUUID();
        api.list(event, ticket, listing, seller);
        api.resaleCheckout(event, ticket, order, listing, buyer);
        api.reassign(event, ticket, order, buyer);
        api.list(event, ticket, listing, buyer);
        api.resaleCheckout(event, ticket, nextOrder, listing, third);
        assertThat(api.reassign(event, ticket, nextOrder, third)
                        .body()
                        .path("generation")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.reassign(event, ticket, order, buyer).status()).isEqualTo(200);
        assertThat(api.ticket(event, ticket).text("holder")).isEqualTo(third.toString());
        History.check(show);
    }

    @Test
    void aListedTicketLetsInAndThenCannotBeBought() {
        api.list(event, ticket, listing, seller);
        assertThat(scan(code(firstOrder)).text("result")).isEqualTo("ADMITTED");
        var late = api.resaleCheckout(event, ticket, order, listing, buyer);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("ticket-used");
        assertThat(api.list(event, ticket, UUID.randomUUID(), seller).code()).isEqualTo("ticket-used");
        History.check(show);
    }

    @Test
    void aRevokedTicketCannotBeListedAndItsCheckoutIsOver() {
        api.list(event, ticket, listing, seller);
        api.resaleCheckout(event, ticket, order, listing, buyer);
        assertThat(api.revoke(event, firstOrder).body().path("revoked").asInt()).isOne();
        assertThat(limitOf(buyer)).isEqualTo(Map.of("held", 0, "bought", 0));
        assertThat(api.reassign(event, ticket, order, buyer).code()).isEqualTo("fence-lost");
        assertThat(api.list(event, ticket, listing, seller).code()).isEqualTo("ticket-revoked");
        History.check(show);
    }

    @Test
    void aRepeatedConfirmNamesTheTicketAlsoAfterItWasSoldOn() {
        var fan = UUID.randomUUID();
        var hold = api.hold(fan, event, show.seats().subList(4, 5)).id("hold_id");
        var first = UUID.randomUUID();
        var fence = api.checkout(event, hold, first, fan).body().path("fence").asLong();
        var confirmed = api.confirm(event, hold, first, fence, fan);
        var id = UUID.fromString(confirmed.body().at("/tickets/0/ticket_id").asString());
        api.list(event, id, listing, fan);
        api.resaleCheckout(event, id, order, listing, buyer);
        api.reassign(event, id, order, buyer);
        assertThat(api.confirm(event, hold, first, fence, fan).body()).isEqualTo(confirmed.body());
    }

    @ParameterizedTest
    @CsvSource({"LISTED, holder", "RESALE_CHECKOUT, from_ref", "RESALE_CHECKOUT, buyer", "RESALE_CHECKOUT, limit_key"})
    void eachKindOfLockSaysWhatItNeeds(String kind, String field) {
        var body = new HashMap<String, Object>(Map.of("kind", kind, "ref", UUID.randomUUID()));
        if (kind.equals("RESALE_CHECKOUT")) {
            body.putAll(Map.of("from_ref", listing, "buyer", buyer, "limit_key", "x"));
            body.remove(field);
        }
        var refused = api.ticket(event, ticket, "lock", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
    }
}
