package io.boxoffice.inventory.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.MovableClock;
import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class CredentialApiIT {
    private final UUID fan = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private Shows.Show show;
    private UUID ticket;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    TicketCodes codes;

    @Autowired
    TicketKeys keys;

    @Autowired
    Clock serviceClock;

    @BeforeEach
    void aTicketIsSold() {
        show = shows.onSale(2, 1);
        var bought = api.buy(fan, show.id(), show.seats().subList(0, 1), order);
        ticket = UUID.fromString(bought.body().at("/tickets/0/ticket_id").asString());
    }

    private Api.Answer credential() {
        return api.credential(fan, show.id(), ticket, "{}");
    }

    private Api.Answer scan(String code) {
        return api.scan(show.id(), code, "A", "gate", UUID.randomUUID().toString());
    }

    private Ticket stored() {
        return new Ticket(ticket, show.id(), order, "Floor", "A", "1", Ticket.Status.VALID, 1);
    }

    private RotatingCodes at(MovableClock clock) {
        return new RotatingCodes(codes, keys, new TicketProperties(Duration.ofSeconds(15)), clock);
    }

    @Test
    void aRotatingCodeLetsInOnce() {
        var credential = credential();
        assertThat(credential.status()).as(credential.raw().body()).isEqualTo(200);
        assertThat(credential.text("mode")).isEqualTo("R");
        assertThat(credential.text("code")).matches("BX1\\.R\\.[\\w-]+\\.[\\w-]+\\.\\d{8}");
        assertThat(credential.body().path("refresh_after_seconds").asInt()).isBetween(1, 15);
        assertThat(Instant.parse(credential.text("valid_until"))).isAfter(serviceClock.instant());
        assertThat(scan(credential.text("code")).text("result")).isEqualTo("ADMITTED");
        assertThat(scan(credential.text("code")).text("reason")).isEqualTo("already-used");
        assertThat(credential().code()).isEqualTo("ticket-used");
    }

    @Test
    void aScreenshotIsDeadWithinThirtySeconds() {
        var clock = new MovableClock(Instant.parse("2027-08-15T18:00:00Z"));
        var rotating = at(clock);
        var issued = rotating.issue(stored(), Instant.parse("2027-08-15T19:00:00Z"));
        assertThat(issued.validUntil()).isEqualTo("2027-08-15T18:00:30Z");
        assertThat(issued.refreshAfterSeconds()).isEqualTo(15);
        var code = codes.verify(issued.code()).orElseThrow();
        clock.advance(Duration.ofMillis(29_999));
        assertThat(rotating.fresh(code)).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(rotating.fresh(code)).isFalse();
    }

    @Test
    void aStaleOrInventedProofIsRefused() {
        var past = at(new MovableClock(serviceClock.instant().minusSeconds(60)));
        var stale = past.issue(stored(), Instant.parse("2027-08-15T19:00:00Z")).code();
        assertThat(scan(stale).text("reason")).isEqualTo("code-expired");
        var code = credential().text("code");
        var signed = code.substring(0, code.lastIndexOf('.'));
        assertThat(scan(signed + ".1234567").text("reason")).isEqualTo("code-expired");
        assertThat(scan(signed + ".").text("reason")).isEqualTo("code-expired");
        assertThat(scan(signed).text("reason")).isEqualTo("bad-signature");
        assertThat(scan(code + ".1").text("reason")).isEqualTo("bad-signature");
        assertThat(scan(code.replace("BX1.R", "BX1.S")).text("reason")).isEqualTo("bad-signature");
    }

    @Test
    void theSellersRotatingCodeDiesWithTheSale() {
        var code = credential().text("code");
        var buyer = UUID.randomUUID();
        var resale = UUID.randomUUID();
        api.list(show.id(), ticket, resale, fan);
        api.resaleCheckout(show.id(), ticket, resale, resale, buyer);
        assertThat(scan(code).text("reason")).isEqualTo("locked");
        api.reassign(show.id(), ticket, resale, buyer);
        assertThat(scan(code).text("reason")).isEqualTo("transferred");
        assertThat(credential().status()).isEqualTo(404);
        var own = api.credential(buyer, show.id(), ticket, "{}");
        assertThat(scan(own.text("code")).text("result")).isEqualTo("ADMITTED");
    }

    @Test
    void aCredentialIsForTheHolderOfAGoodTicketAlone() {
        assertThat(api.credential(UUID.randomUUID(), show.id(), ticket, "{}").status())
                .isEqualTo(404);
        assertThat(api.credential(fan, show.id(), UUID.randomUUID(), "{}").status())
                .isEqualTo(404);
        assertThat(api.credential(fan, show.id(), ticket, Map.of("public_key", "abc"))
                        .code())
                .isEqualTo("not-available-yet");
        assertThat(api.credential(fan, show.id(), ticket, Map.of("colour", "red"))
                        .code())
                .isEqualTo("validation-failed");
        assertThat(api.send(api.as(fan, "SCANNER", "/api/v1/events/" + show.id() + "/tickets/" + ticket + "/credential")
                                .POST(Api.json("{}")))
                        .code())
                .isEqualTo("forbidden");
        api.revoke(show.id(), order);
        assertThat(credential().code()).isEqualTo("ticket-revoked");
    }

    @Test
    void whereNoPaperIsLetInOnlyTheRotatingCodeCounts() {
        var paper = api.codes(show.id(), order).body().at("/items/0/code").asString();
        show.behind()
                .sql("UPDATE shard_events SET paper_tickets = false WHERE event_id = ?")
                .param(show.id())
                .update();
        var listed = api.codes(show.id(), order).body();
        assertThat(listed.path("items").size()).isOne();
        assertThat(listed.at("/items/0/code").asString()).isEmpty();
        assertThat(scan(paper).text("reason")).isEqualTo("code-expired");
        assertThat(scan(credential().text("code")).text("result")).isEqualTo("ADMITTED");
    }
}
