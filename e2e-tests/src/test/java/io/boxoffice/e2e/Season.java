package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One small sale that everything happens in, for all that only look at it: Ann buys two seats and sells one on to Dan, Bob's card is
 * declined, then he buys two and support refunds first one and then the other, Cat buys one, walks in, and gives seats back before.
 */
record Season(
        UUID event,
        TestFan ann,
        TestFan bob,
        TestFan cat,
        TestFan dan,
        Order anns,
        Order bobs,
        Order cats,
        Order dans,
        JsonNode oneSeatBack,
        JsonNode theRestBack) {

    static Season play(TestFleet fleet) throws Exception {
        UUID event = Shows.onSale(fleet, "Season", 60, Shows.RESALE);
        TestFan ann = TestFan.admitted(fleet, event);
        TestFan bob = TestFan.admitted(fleet, event);
        TestFan cat = TestFan.admitted(fleet, event);
        TestFan dan = TestFan.admitted(fleet, event);
        Order anns = ann.buys(2);

        Hold hold = bob.holdsBest(2);
        assertThat(bob.pays(hold, "pm_card_chargeDeclined").status()).isEqualTo(402);
        Order bobs = captured(bob, bob.pays(hold, "pm_card_visa"));

        Hold second = cat.holdsBest(1);
        cat.client().release(event, second.holdId());
        Order cats = cat.buys(1);

        UUID ticket = ann.tickets(anns.orderId()).getFirst().ticketId();
        String listing = Resales.listed(ann, ticket, "100.00");
        JsonNode sold = Resales.bought(dan, event, listing, "100.00");
        Order dans = dan.captured(UUID.fromString(sold.path("order_id").asString()));

        Desk desk = Desk.of(fleet);
        String seat = bobs.items().getFirst().seatId();
        JsonNode one = desk.refunded(bobs.orderId(), Map.of("seat_ids", List.of(seat), "reason", "One is ill"));
        JsonNode rest = desk.refunded(bobs.orderId(), Map.of("reason", "So is the other"));

        UUID cats1 = cat.tickets(cats.orderId()).getFirst().ticketId();
        assertThat(Scans.of(fleet, event).verdict(cat.code(cats1))).isEqualTo("ADMITTED");
        return new Season(event, ann, bob, cat, dan, anns, bobs, cats, dans, one, rest);
    }

    private static Order captured(TestFan fan, Answer paid) {
        assertThat(paid.status()).as(paid.body()).isIn(201, 202);
        return fan.captured(Json.read(paid.body(), Order.class).orderId());
    }

    /** An order as its buyer sees it now. */
    static JsonNode look(TestFan fan, Order order) throws Exception {
        return fan.client()
                .send(Call.get("order", "/api/v1/orders/" + order.orderId()))
                .json();
    }
}
