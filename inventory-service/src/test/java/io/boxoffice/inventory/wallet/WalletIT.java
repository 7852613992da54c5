package io.boxoffice.inventory.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InventoryTest
class WalletIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    JdbcClient directory;

    @Autowired
    Wallet wallet;

    @Autowired
    Unheard unheard;

    private UUID buy(Shows.Show show, int seat) {
        var bought = api.buy(fan, show.id(), show.seats().subList(seat, seat + 1), UUID.randomUUID());
        return UUID.fromString(bought.body().at("/tickets/0/ticket_id").asString());
    }

    private List<String> ids(UUID of) {
        return api.tickets(of, "")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("ticket_id").asString())
                .toList();
    }

    private String statusOf(UUID ticket) {
        return api.tickets(fan, "")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("ticket_id").asString().equals(ticket.toString()))
                .map(item -> item.path("status").asString())
                .findFirst()
                .orElse("none");
    }

    private void awaitTickets(UUID of, UUID... tickets) {
        var expected = List.of(tickets).stream().map(UUID::toString).toList();
        await().untilAsserted(() -> assertThat(ids(of)).isEqualTo(expected));
    }

    @Test
    void ticketsOfAllEventsAreListedNewestFirstPageByPage() {
        var one = shows.onSale(3, 1);
        var other = shows.onSale(3, 1);
        var first = buy(one, 0);
        var second = buy(other, 0);
        var third = buy(one, 1);
        awaitTickets(fan, third, second, first);
        var item = api.tickets(fan, "?limit=1").body().at("/items/0");
        assertThat(item.path("event_name").asString()).isEqualTo("Summer Night");
        assertThat(item.path("event_date").asString()).isEqualTo("2027-08-15T19:00:00Z");
        assertThat(item.path("row").asString()).isEqualTo("B");
        assertThat(item.path("status").asString()).isEqualTo("VALID");
        var seen = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = api.tickets(fan, "?limit=2" + cursor).body();
            page.path("items")
                    .forEach(ticket -> seen.add(ticket.path("ticket_id").asString()));
            var next = page.path("next_cursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asString();
        }
        assertThat(seen).containsExactly(third.toString(), second.toString(), first.toString());
        assertThat(ids(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatHappensToATicketShowsAtOnce() {
        var show = shows.onSale(3, 1);
        var ticket = buy(show, 0);
        awaitTickets(fan, ticket);
        api.list(show.id(), ticket, ticket, fan);
        assertThat(statusOf(ticket)).isEqualTo("LISTED");
        var buyer = UUID.randomUUID();
        var order = UUID.randomUUID();
        api.resaleCheckout(show.id(), ticket, order, ticket, buyer);
        api.reassign(show.id(), ticket, order, buyer);
        assertThat(ids(fan)).isEmpty();
        awaitTickets(buyer, ticket);
        var code = api.codes(show.id(), order).body().at("/items/0/code").asString();
        api.scan(show.id(), code, "A", "gate", "n");
        var mine = api.tickets(buyer, "").body().at("/items/0");
        assertThat(mine.path("status").asString()).isEqualTo("USED");
        assertThat(mine.path("order_id").asString()).isEqualTo(order.toString());
        assertThat(mine.path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void aTicketHeardOfTwiceOrTooLateChangesNothing() {
        var show = shows.onSale(3, 1);
        var ticket = buy(show, 0);
        awaitTickets(fan, ticket);
        directory
                .sql("UPDATE held_tickets SET version = 100, status = 'REVOKED' WHERE ticket_id = ?")
                .param(ticket)
                .update();
        wallet.refresh(show.id(), ticket);
        assertThat(directory
                        .sql("SELECT status FROM held_tickets WHERE ticket_id = ?")
                        .param(ticket)
                        .query(String.class)
                        .list())
                .containsExactly("REVOKED");
    }

    @Test
    void aTicketOfAShardThatIsAwayIsLookedAtWhenItIsBack() {
        var away = UUID.randomUUID();
        var lost = UUID.randomUUID();
        directory
                .sql("INSERT INTO events (event_id, shard, hot) VALUES (?, 'shard-nowhere', false)")
                .param(away)
                .update();
        unheard.hear(away, lost);
        var show = shows.onSale(3, 1);
        var ticket = buy(show, 0);
        awaitTickets(fan, ticket);
        directory
                .sql("DELETE FROM held_tickets WHERE ticket_id = ?")
                .param(ticket)
                .update();
        directory
                .sql("INSERT INTO unheard_tickets (ticket_id, event_id) VALUES (?, ?)")
                .params(ticket, show.id())
                .update();
        unheard.catchUp();
        awaitTickets(fan, ticket);
        await().untilAsserted(() -> assertThat(directory
                        .sql("SELECT ticket_id FROM unheard_tickets WHERE ticket_id IN (?, ?)")
                        .params(ticket, lost)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list())
                .containsExactly(lost));
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        for (var cursor : List.of("x", "!", encoded("2027-01-01T00:00:00Z"), encoded("a b"))) {
            assertThat(api.tickets(fan, "?cursor=" + cursor).code()).isEqualTo("validation-failed");
        }
        assertThat(api.tickets(fan, "?limit=0").status()).isEqualTo(400);
        assertThat(api.tickets(fan, "?limit=101").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/tickets").status()).isEqualTo(401);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
