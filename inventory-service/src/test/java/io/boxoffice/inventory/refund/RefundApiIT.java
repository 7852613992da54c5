package io.boxoffice.inventory.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
class RefundApiIT {
    private static final Map<String, String> REFUND = Map.of("cause", "refund");

    private final UUID fan = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final UUID refund = UUID.randomUUID();
    private Shows.Show show;
    private UUID event;
    private List<String> codes;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @BeforeEach
    void twoTicketsAreSold() {
        show = shows.onSale(1, 4);
        event = show.id();
        api.buy(fan, event, show.seats().subList(0, 2), order);
        codes = codes(order);
    }

    private List<String> codes(UUID ofOrder) {
        return api.codes(event, ofOrder)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    private Api.Answer refund(String verb, Map<String, ?> body) {
        return api.refund(event, order, refund, verb, body);
    }

    private Api.Answer scan(String code) {
        return api.scan(event, code, "A", "gate", UUID.randomUUID().toString());
    }

    private int bought(UUID who) {
        return show.behind()
                .sql("SELECT bought FROM fan_limits WHERE event_id = ? AND limit_key = ?")
                .params(event, who.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void aRefundLocksRevokesAndFreesAndEachStepMayBeRepeated() {
        var locked = refund("lock", Map.of("force", false));
        assertThat(locked.status()).as(locked.raw().body()).isEqualTo(200);
        assertThat(locked.body().path("tickets").size()).isEqualTo(2);
        assertThat(refund("lock", Map.of()).body()).isEqualTo(locked.body());
        assertThat(scan(codes.getFirst()).text("reason")).isEqualTo("locked");
        assertThat(refund("free", REFUND).code()).isEqualTo("refund-not-revoked");

        assertThat(refund("revoke", REFUND).body().path("revoked").asInt()).isEqualTo(2);
        assertThat(refund("revoke", REFUND).body().path("revoked").asInt()).isEqualTo(2);
        assertThat(scan(codes.getFirst()).text("reason")).isEqualTo("refunded");
        assertThat(show.statusOf(show.seats().getFirst())).isEqualTo("PURCHASED");
        assertThat(bought(fan)).isEqualTo(2);

        assertThat(refund("free", REFUND).body().path("freed").asInt()).isEqualTo(2);
        assertThat(refund("free", REFUND).body().path("freed").asInt()).isEqualTo(2);
        assertThat(show.statusOf(show.seats().getFirst())).isEqualTo("AVAILABLE");
        assertThat(bought(fan)).isZero();
        assertThat(refund("restore", Map.of()).code()).isEqualTo("refund-ended");
        assertThat(refund("lock", Map.of()).body()).isEqualTo(locked.body());
        History.check(show);

        var released = heard.one("SeatsReleased", event);
        assertThat(released.data().path("cause").asString()).isEqualTo("refund");
        assertThat(released.data().path("order_id").asString()).isEqualTo(order.toString());
        assertThat(released.data().path("user_id").asString()).isEqualTo(fan.toString());
        assertThat(released.data().path("seats").size()).isEqualTo(2);
        await().untilAsserted(
                        () -> assertThat(heard.all("TicketRevoked", event)).hasSize(2));
        assertThat(show.behind()
                        .sql("SELECT count(*) FROM seat_history WHERE event_id = ? AND transition = 'RELEASED'"
                                + " AND cause = 'refund'")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void someSeatsAreRefundedAndTheOthersStayGood() {
        var seat = show.seats().get(1);
        var locked = refund("lock", Map.of("seat_ids", List.of(seat)));
        assertThat(locked.body().path("tickets").size()).isOne();
        assertThat(locked.body().at("/tickets/0/seat_id").asString()).isEqualTo(seat.toString());
        refund("revoke", REFUND);
        refund("free", REFUND);
        assertThat(codes(order)).hasSize(1);
        assertThat(scan(codes(order).getFirst()).text("result")).isEqualTo("ADMITTED");
        var other = UUID.randomUUID();
        assertThat(api.refund(event, order, other, "lock", Map.of("seat_ids", List.of(seat)))
                        .status())
                .isEqualTo(404);
        History.check(show);
    }

    @Test
    void theSeatsOfARefundAreSoldAgainAndASoldOutSaleReopens() {
        api.buy(UUID.randomUUID(), event, show.seats().subList(2, 4), UUID.randomUUID());
        heard.one("SaleSoldOut", event);
        refund("lock", Map.of());
        refund("revoke", Map.of("cause", "event-cancelled"));
        assertThat(scan(codes.getFirst()).text("reason")).isEqualTo("refunded");
        assertThat(heard.all("SaleReopened", event)).isEmpty();
        refund("free", Map.of("cause", "event-cancelled"));
        heard.one("SaleReopened", event);
        assertThat(api.buy(UUID.randomUUID(), event, show.seats().subList(0, 2), UUID.randomUUID())
                        .status())
                .isEqualTo(200);
        History.check(show);
    }

    @Test
    void aUsedTicketRefusesUnlessForcedAndOneInAnotherRefundAlways() {
        scan(codes.getFirst());
        var refused = refund("lock", Map.of("force", false));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ticket-used");
        assertThat(refund("lock", Map.of("force", true)).body().path("tickets").size())
                .isEqualTo(2);
        assertThat(api.refund(event, order, UUID.randomUUID(), "lock", Map.of("force", true))
                        .code())
                .isEqualTo("ticket-locked");
    }

    @Test
    void theWayBackGivesANewGenerationToWhatWasDeclaredDead() {
        refund("lock", Map.of());
        refund("revoke", REFUND);
        assertThat(refund("restore", Map.of()).body().path("restored").asInt()).isEqualTo(2);
        assertThat(refund("restore", Map.of()).body().path("restored").asInt()).isEqualTo(2);
        assertThat(scan(codes.getFirst()).text("reason")).isEqualTo("transferred");
        assertThat(scan(codes(order).getFirst()).text("result")).isEqualTo("ADMITTED");
        assertThat(refund("free", REFUND).code()).isEqualTo("refund-ended");
        assertThat(refund("revoke", REFUND).code()).isEqualTo("refund-ended");
        assertThat(refund("lock", Map.of()).code()).isEqualTo("refund-ended");
        await().untilAsserted(() -> assertThat(heard.all("TicketIssued", event)).hasSize(4));
        History.check(show);
    }

    @Test
    void aTicketThatWasOnlyLockedKeepsItsCodeAndAUsedOneStaysUsed() {
        scan(codes.getFirst());
        refund("lock", Map.of("force", true));
        refund("restore", Map.of());
        assertThat(scan(codes.getLast()).text("result")).isEqualTo("ADMITTED");
        var second = UUID.randomUUID();
        api.refund(event, order, second, "lock", Map.of("force", true));
        api.refund(event, order, second, "revoke", REFUND);
        api.refund(event, order, second, "restore", Map.of());
        assertThat(scan(codes(order).getFirst()).text("reason")).isEqualTo("already-used");
        History.check(show);
    }

    @Test
    void aRefundThatIsCalledBackBeforeItsLockArrivesStaysOver() {
        var bare = api.send(
                api.internal("/internal/events/" + event + "/orders/" + order + "/refunds/" + refund + "/restore")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(bare.status()).isEqualTo(200);
        assertThat(bare.body().path("restored").asInt()).isZero();
        assertThat(refund("lock", Map.of()).code()).isEqualTo("refund-ended");
        assertThat(scan(codes.getFirst()).text("result")).isEqualTo("ADMITTED");
    }

    @Test
    void afterAResaleThePresentHoldersOrderIsRefunded() {
        var buyer = UUID.randomUUID();
        var resale = UUID.randomUUID();
        var listing = UUID.randomUUID();
        var ticket = UUID.fromString(
                api.codes(event, order).body().at("/items/0/ticket_id").asString());
        api.list(event, ticket, listing, fan);
        api.resaleCheckout(event, ticket, resale, listing, buyer);
        assertThat(refund("lock", Map.of()).code()).isEqualTo("ticket-locked");
        api.reassign(event, ticket, resale, buyer);
        assertThat(api.refund(event, resale, refund, "lock", Map.of())
                        .body()
                        .path("tickets")
                        .size())
                .isOne();
        api.refund(event, resale, refund, "revoke", REFUND);
        api.refund(event, resale, refund, "free", REFUND);
        assertThat(bought(buyer)).isZero();
        assertThat(bought(fan)).isEqualTo(2);
        assertThat(heard.one("SeatsReleased", event).data().path("user_id").asString())
                .isEqualTo(buyer.toString());
        History.check(show);
    }

    @Test
    void whatIsNotThereOrNotWellFormedIsSaidSo() {
        assertThat(api.refund(event, UUID.randomUUID(), refund, "lock", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(refund("revoke", REFUND).status()).isEqualTo(404);
        assertThat(refund("lock", Map.of("seat_ids", List.of())).status()).isEqualTo(400);
        assertThat(refund("lock", Map.of("seat_ids", List.of(UUID.randomUUID())))
                        .status())
                .isEqualTo(404);
        assertThat(refund("revoke", Map.of("cause", "whim")).status()).isEqualTo(400);
        refund("lock", Map.of());
        assertThat(api.refund(event, UUID.randomUUID(), refund, "revoke", REFUND)
                        .status())
                .isEqualTo(404);
    }

    @RepeatedTest(2)
    void refundsScansAndListingsOfOneOrderAgree() {
        var ticket = UUID.fromString(
                api.codes(event, order).body().at("/items/0/ticket_id").asString());
        var refunds = List.of(UUID.randomUUID(), UUID.randomUUID());
        var answers = Rush.of(30, n -> switch (n % 6) {
            case 0 -> scan(codes.getFirst());
            case 1 -> api.list(event, ticket, ticket, fan);
            default -> {
                var mine = refunds.get(n % 2);
                api.refund(event, order, mine, "lock", Map.of());
                if (n % 12 == 5) {
                    yield api.refund(event, order, mine, "restore", Map.of());
                }
                api.refund(event, order, mine, "revoke", REFUND);
                yield api.refund(event, order, mine, "free", REFUND);
            }
        });
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.raw().body()).isIn(200, 404, 409));
        refunds.forEach(mine -> {
            api.refund(event, order, mine, "revoke", REFUND);
            api.refund(event, order, mine, "free", REFUND);
        });
        var admitted = answers.stream()
                .filter(answer -> answer.text("result").equals("ADMITTED"))
                .count();
        assertThat(admitted).isLessThanOrEqualTo(1);
        History.check(show);
    }
}
