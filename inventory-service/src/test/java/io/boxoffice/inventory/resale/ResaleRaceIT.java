package io.boxoffice.inventory.resale;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class ResaleRaceIT {
    private static final int THREADS = 30;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    private record Offer(Shows.Show show, UUID ticket, UUID seller, UUID order, UUID listing, String code) {}

    private Offer offer() {
        var show = shows.onSale(2, 1);
        var seller = UUID.randomUUID();
        var order = UUID.randomUUID();
        var bought = api.buy(seller, show.id(), show.seats().subList(0, 1), order);
        var ticket = UUID.fromString(bought.body().at("/tickets/0/ticket_id").asString());
        var listing = UUID.randomUUID();
        api.list(show.id(), ticket, listing, seller);
        var code = api.codes(show.id(), order).body().at("/items/0/code").asString();
        return new Offer(show, ticket, seller, order, listing, code);
    }

    private Api.Answer scan(Offer offer, String code) {
        return api.scan(offer.show().id(), code, "A", "gate", UUID.randomUUID().toString());
    }

    private long admitted(Offer offer) {
        return offer.show()
                .behind()
                .sql("SELECT count(*) FROM scans WHERE event_id = ? AND result = 'ADMITTED'")
                .param(offer.show().id())
                .query(Long.class)
                .single();
    }

    @RepeatedTest(4)
    void lockScanUnlockAndReassignAgreeOnOneOutcome() {
        var offer = offer();
        var event = offer.show().id();
        var buyers = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var orders = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var answers = Rush.of(THREADS, n -> {
            if (n % 5 == 0) {
                return scan(offer, offer.code());
            }
            var buyer = buyers.get(n % 3);
            var order = orders.get(n % 3);
            api.resaleCheckout(event, offer.ticket(), order, offer.listing(), buyer);
            if (n % 5 == 3) {
                api.ticket(
                        event,
                        offer.ticket(),
                        "unlock",
                        Map.of("kind", "RESALE_CHECKOUT", "ref", order, "to_ref", offer.listing()));
            }
            return api.reassign(event, offer.ticket(), order, buyer);
        });
        var transfers = offer.show()
                .behind()
                .sql("SELECT order_id FROM ticket_transfers WHERE ticket_id = ?")
                .param(offer.ticket())
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 409));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200 && answer.body().has("generation"))
                .extracting(answer -> answer.text("order_id"))
                .allMatch(transfers::contains);
        assertThat(transfers.size() + admitted(offer)).isLessThanOrEqualTo(1);
        scan(offer, offer.code());
        orders.forEach(order -> api.codes(event, order)
                .body()
                .path("items")
                .forEach(item -> scan(offer, item.path("code").asString())));
        assertThat(admitted(offer)).isLessThanOrEqualTo(1);
        History.check(offer.show());
    }

    @Test
    void atEveryMomentExactlyOneGenerationOfATicketIsGood() {
        var offer = offer();
        var event = offer.show().id();
        var buyer = UUID.randomUUID();
        var order = UUID.randomUUID();
        api.resaleCheckout(event, offer.ticket(), order, offer.listing(), buyer);
        var codes = Rush.of(THREADS, n -> {
            if (n == THREADS / 2) {
                api.reassign(event, offer.ticket(), order, buyer);
            }
            var newer = api.codes(event, order).body().at("/items/0/code").asString("");
            return newer.isEmpty() ? scan(offer, offer.code()) : scan(offer, newer);
        });
        assertThat(codes).extracting(answer -> answer.text("reason")).doesNotContain("unknown");
        scan(offer, api.codes(event, order).body().at("/items/0/code").asString());
        assertThat(admitted(offer)).isOne();
        assertThat(scan(offer, offer.code()).text("reason")).isEqualTo("transferred");
        History.check(offer.show());
    }

    @Test
    void aBuyersLimitHoldsAcrossManyListingsAtOnce() {
        var plan = shows.plan(1, 20);
        plan.put("ticket_limit", 3);
        var show = shows.onSale(plan);
        var buyer = UUID.randomUUID();
        var tickets = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> {
                    var seller = UUID.randomUUID();
                    var bought = api.buy(seller, show.id(), show.seats().subList(n, n + 1), UUID.randomUUID());
                    var ticket = UUID.fromString(
                            bought.body().at("/tickets/0/ticket_id").asString());
                    api.list(show.id(), ticket, ticket, seller);
                    return ticket;
                })
                .toList();
        var answers = Rush.of(
                THREADS,
                n -> api.resaleCheckout(show.id(), tickets.get(n % 8), tickets.get(n % 8), tickets.get(n % 8), buyer));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 200)
                .extracting(answer -> answer.text("ticket_id"))
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(3));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Api.Answer::code)
                .containsOnly("ticket-limit");
        History.check(show);
    }
}
