package io.boxoffice.resale.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.resale.ResaleFixture;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class CheckoutApiIT extends ResaleFixture {
    private final UUID event = UUID.randomUUID();

    @Test
    void aSaleKillsTheSellersTicketsBeforeTheListingIsSold() {
        var show = event();
        var seller = fan();
        var first = seller.owns(show, "100.00");
        var second = seller.owns(show, "100.00");
        var listing = seller.offers(show, first, second);
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();

        var checkout = checkout(listing, order, buyer);
        assertThat(checkout.status()).isEqualTo(200);
        assertThat(checkout.text("hold_id")).isEqualTo(listing);
        assertThat(checkout.text("event_id")).isEqualTo(show.toString());
        assertThat(checkout.text("order_id")).isEqualTo(order.toString());
        assertThat(checkout.text("user_id")).isEqualTo(buyer.toString());
        assertThat(checkout.text("seller_id")).isEqualTo(seller.sub.toString());
        assertThat(checkout.text("status")).isEqualTo("CHECKOUT");
        assertThat(checkout.body().get("subtotal").toString()).isEqualTo("180.00");
        assertThat(checkout.body().at("/seats/0").propertyNames())
                .containsExactlyInAnyOrder("seat_id", "section", "row", "seat_number", "price");
        assertThat(checkout.body().at("/seats/0/price").toString()).isEqualTo("90.00");
        assertThat(first.lock).isEqualTo("RESALE_CHECKOUT");
        assertThat(second.ref).isEqualTo(order);

        var atReassign = new CopyOnWriteArrayList<String>();
        inventory.onCall(operation -> {
            if (operation.equals("reassign")) {
                atReassign.add(status(listing));
            }
        });
        long fence = checkout.body().get("fence").asLong();
        var confirmed = confirm(listing, order, fence, buyer);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed
                        .body()
                        .get("tickets")
                        .valueStream()
                        .map(ticket -> ticket.get("ticket_id").asString()))
                .containsExactly(first.id.toString(), second.id.toString());
        assertThat(confirmed.body().at("/tickets/0/seat_id").asString()).isEqualTo(first.seatId.toString());
        assertThat(atReassign).containsExactly("CHECKOUT", "CHECKOUT");
        assertThat(status(listing)).isEqualTo("SOLD");
        assertThat(first.holder).isEqualTo(buyer);
        assertThat(first.generation).isEqualTo(2);
        assertThat(second.lock).isEqualTo("NONE");
        await().untilAsserted(() -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold"));
        var sold = heard.of(listing).getLast().data();
        assertThat(sold.get("buyer_id").asString()).isEqualTo(buyer.toString());
        assertThat(sold.get("order_id").asString()).isEqualTo(order.toString());
        assertThat(sold.get("tickets").size()).isEqualTo(2);
    }

    @Test
    void everyCallMayBeRepeatedAndIsAnsweredAsTheFirst() {
        var listing = offered();
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        var first = checkout(listing, order, buyer);
        assertThat(checkout(listing, order, buyer).body()).isEqualTo(first.body());
        long fence = first.body().get("fence").asLong();
        var confirmed = confirm(listing, order, fence, buyer);
        assertThat(confirm(listing, order, fence, buyer).body()).isEqualTo(confirmed.body());
        assertThat(abandon(listing, order, fence).text("status")).isEqualTo("SOLD");
        assertThat(checkout(listing, order, buyer).text("status")).isEqualTo("SOLD");
        await().untilAsserted(() -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold"));
    }

    @Test
    void anAbandonedListingIsOfferedAgainWithANewFence() {
        var show = event();
        var seller = fan();
        var ticket = seller.owns(show, "100.00");
        var listing = seller.offers(show, ticket);
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        assertThat(abandon(listing, order, fence).text("status")).isEqualTo("ACTIVE");
        assertThat(abandon(listing, order, fence).text("status")).isEqualTo("ACTIVE");
        assertThat(ticket.lock).isEqualTo("LISTED");
        assertThat(ticket.ref).hasToString(listing);
        assertThat(checkout(listing, order, buyer).code()).isEqualTo("listing-gone");

        var next = checkout(listing, UUID.randomUUID(), UUID.randomUUID());
        assertThat(next.body().get("fence").asLong()).isGreaterThan(fence);
        assertThat(confirm(listing, order, fence, buyer).code()).isEqualTo("fence-lost");
        assertThat(abandon(listing, order, fence).status()).isEqualTo(200);
        assertThat(status(listing)).isEqualTo("CHECKOUT");
        assertThat(inventory.calls(ticket)).doesNotContain("reassign");
    }

    @ParameterizedTest
    @CsvSource({"true, false, false", "false, true, false", "false, false, true"})
    void onlyTheOrderWithItsFenceAndBuyerConfirms(boolean otherOrder, boolean otherFence, boolean otherBuyer) {
        var show = event();
        var ticket = inventory.ticket(show, fan().sub, "100.00");
        var seller = fan();
        ticket.holder = seller.sub;
        var listing = seller.offers(show, ticket);
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        var refused = confirm(
                listing,
                otherOrder ? UUID.randomUUID() : order,
                otherFence ? fence + 1 : fence,
                otherBuyer ? UUID.randomUUID() : buyer);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("fence-lost");
        if (!otherBuyer) {
            assertThat(abandon(listing, otherOrder ? UUID.randomUUID() : order, otherFence ? fence + 1 : fence)
                            .code())
                    .isEqualTo("fence-lost");
        }
        assertThat(inventory.calls(ticket)).doesNotContain("reassign", "put-back");
        assertThat(status(listing)).isEqualTo("CHECKOUT");
    }

    @Test
    void aFanWithEnoughTicketsLeavesTheListingToOthers() {
        var show = event();
        var seller = fan();
        var ticket = seller.owns(show, "100.00");
        var listing = seller.offers(show, ticket);
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        inventory.limit(buyer);
        var refused = checkout(listing, order, buyer);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ticket-limit");
        assertThat(refused.body().get("limit").asInt()).isEqualTo(4);
        assertThat(refused.body().get("used").asInt()).isEqualTo(4);
        assertThat(checkout(listing, order, buyer).code()).isEqualTo("ticket-limit");
        assertThat(status(listing)).isEqualTo("ACTIVE");
        assertThat(checkout(listing, UUID.randomUUID(), UUID.randomUUID()).status())
                .isEqualTo(200);
    }

    @Test
    void aTicketThatIsNotToBeHadEndsTheListing() {
        var show = event();
        var seller = fan();
        var first = seller.owns(show, "100.00");
        var second = seller.owns(show, "100.00");
        var listing = seller.offers(show, first, second);
        second.status = "USED";
        var refused = checkout(listing, UUID.randomUUID(), UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.code()).isEqualTo("listing-gone");
        await().untilAsserted(() -> assertThat(first.lock).isEqualTo("NONE"));
        assertThat(status(listing)).isEqualTo("CANCELLED");
        await().untilAsserted(
                        () -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingCancelled"));
    }

    @Test
    void whatIsTakenGoneOrUnknownIsRefused() {
        var listing = offered();
        var order = UUID.randomUUID();
        var buyer = UUID.randomUUID();
        long fence = checkout(listing, order, buyer).body().get("fence").asLong();
        var taken = checkout(listing, UUID.randomUUID(), UUID.randomUUID());
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("order-in-progress");
        assertThat(taken.text("order_id")).isEqualTo(order.toString());
        assertThat(checkout(listing, order, UUID.randomUUID()).code()).isEqualTo("listing-gone");
        confirm(listing, order, fence, buyer);
        assertThat(checkout(listing, UUID.randomUUID(), UUID.randomUUID()).code())
                .isEqualTo("listing-gone");
        assertThat(checkout(UUID.randomUUID().toString(), UUID.randomUUID(), buyer)
                        .status())
                .isEqualTo(404);
        assertThat(checkout(offered(), order, buyer).code()).isEqualTo("listing-gone");
    }

    @Test
    void aSellerNeverChecksOutTheirOwn() {
        var show = event();
        var seller = fan();
        var listing = seller.offers(show, seller.owns(show, "100.00"));
        assertThat(checkout(listing, UUID.randomUUID(), seller.sub).status()).isEqualTo(404);
        assertThat(status(listing)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "checkout | {\"order_id\":\"x\",\"user_id\":\"U\"}",
                "checkout | {\"order_id\":\"U\"}",
                "confirm  | {\"order_id\":\"U\",\"fence\":0,\"user_id\":\"U\"}",
                "confirm  | {\"order_id\":\"U\",\"user_id\":\"U\"}",
                "abandon  | {\"order_id\":\"U\",\"fence\":1,\"outcome\":\"KEEP\",\"cause\":\"x\"}",
                "abandon  | {\"order_id\":\"U\",\"fence\":1,\"outcome\":\"RETURN\",\"cause\":\"\"}",
            })
    void aBodyThatIsWrongIsRefused(String call, String body) {
        var refused = internal(offered(), call, body.replace("\"U\"", "\"" + event + "\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("validation-failed");
    }

    @Test
    void fansCannotCallIt() {
        var fan = TestIssuer.token(UUID.randomUUID(), "FAN");
        assertThat(call(HttpMethod.POST, "/internal/listings/" + event + "/checkout", fan, Map.of(), "{}")
                        .status())
                .isEqualTo(403);
    }

    private String offered() {
        var show = event();
        var seller = fan();
        return seller.offers(show, seller.owns(show, "100.00"));
    }
}
