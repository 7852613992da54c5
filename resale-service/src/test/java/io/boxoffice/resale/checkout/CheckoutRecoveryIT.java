package io.boxoffice.resale.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.resale.ResaleFixture;
import io.boxoffice.resale.fixture.Fault;
import io.boxoffice.resale.fixture.InventoryDouble.Ticket;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A listing of two tickets whose sale is cut off at each place in turn. */
class CheckoutRecoveryIT extends ResaleFixture {
    private final UUID order = UUID.randomUUID();
    private final UUID buyer = UUID.randomUUID();
    private Ticket first;
    private Ticket second;
    private String listing;

    @BeforeEach
    void offered() {
        var show = event();
        var seller = fan();
        first = seller.owns(show, "100.00");
        second = seller.owns(show, "100.00");
        listing = seller.offers(show, first, second);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 0", "BEFORE, 1", "AFTER, 1"})
    void aCheckoutCutOffIsGoneOnWithWhenRepeatedAndNeverFreedByTime(Fault fault, int skip) {
        inventory.failing("reserve", fault, skip, 1);
        var cutOff = checkout(listing, order, buyer);
        assertThat(cutOff.status()).isEqualTo(503);
        assertThat(status(listing)).isEqualTo("CHECKOUT");
        assertThat(checkout(listing, UUID.randomUUID(), UUID.randomUUID()).code())
                .isEqualTo("order-in-progress");
        assertThat(checkout(listing, order, buyer).status()).isEqualTo(200);
        assertThat(second.ref).isEqualTo(order);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 0", "BEFORE, 1", "AFTER, 1"})
    void aSaleCutOffIsFinishedWithoutAnybodyAsking(Fault fault, int skip) {
        long fence = fence();
        inventory.failing("reassign", fault, skip, 1);
        assertThat(confirm(listing, order, fence, buyer).status()).isEqualTo(503);
        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("SOLD"));
        assertThat(first.holder).isEqualTo(buyer);
        assertThat(second.holder).isEqualTo(buyer);
        assertThat(second.generation).isEqualTo(2);
        assertThat(confirm(listing, order, fence, buyer).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(heard.names(listing)).containsExactly("TicketListed", "ListingSold"));
        assertThat(payouts()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 0", "BEFORE, 1", "AFTER, 1"})
    void anAbandonCutOffIsFinishedWithoutAnybodyAsking(Fault fault, int skip) {
        long fence = fence();
        inventory.failing("put-back", fault, skip, 1);
        assertThat(abandon(listing, order, fence).status()).isEqualTo(503);
        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("ACTIVE"));
        assertThat(second.lock).isEqualTo("LISTED");
        assertThat(abandon(listing, order, fence).text("status")).isEqualTo("ACTIVE");
        assertThat(confirm(listing, order, fence, buyer).code()).isEqualTo("fence-lost");
        assertThat(inventory.calls(first, second)).doesNotContain("reassign");
    }

    @ParameterizedTest
    @CsvSource({"BEFORE, 0", "AFTER, 1"})
    void aRefusalCutOffIsFinishedAndAnsweredTheSame(Fault fault, int skip) {
        inventory.limit(buyer);
        inventory.failing("put-back", fault, skip, 1);
        assertThat(checkout(listing, order, buyer).code()).isEqualTo("ticket-limit");
        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("ACTIVE"));
        assertThat(checkout(listing, order, buyer).code()).isEqualTo("ticket-limit");
        assertThat(first.lock).isEqualTo("LISTED");
    }

    @Test
    void anOrderWhoseLockIsGoneHasLostTheListing() {
        long fence = fence();
        first.lock = "NONE";
        first.ref = null;
        first.status = "REVOKED";
        assertThat(confirm(listing, order, fence, buyer).code()).isEqualTo("fence-lost");
        await().untilAsserted(() -> assertThat(second.lock).isEqualTo("NONE"));
        assertThat(status(listing)).isEqualTo("CANCELLED");
        assertThat(second.generation).isEqualTo(1);
        assertThat(payouts()).isZero();
    }

    @Test
    void aTicketLostBetweenTwoThatChangeHandsIsLeftOutOfTheSale() {
        long fence = fence();
        second.lock = "NONE";
        second.ref = null;
        second.status = "REVOKED";
        var confirmed = confirm(listing, order, fence, buyer);
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(confirmed.body().get("tickets").size()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT amount FROM payouts WHERE listing_id = ?")
                        .param(UUID.fromString(listing))
                        .query(String.class)
                        .single())
                .isEqualTo("81.00");
    }

    @Test
    void aLockThatComesLateForAnOrderThatIsOverIsTakenOffWithTheListing() {
        long fence = fence();
        abandon(listing, order, fence);
        first.lock = "RESALE_CHECKOUT";
        first.ref = order;
        assertThat(checkout(listing, UUID.randomUUID(), UUID.randomUUID()).code())
                .isEqualTo("listing-gone");
        await().untilAsserted(() -> assertThat(first.lock).isEqualTo("NONE"));
        assertThat(status(listing)).isEqualTo("CANCELLED");
        assertThat(second.lock).isEqualTo("NONE");
    }

    @Test
    void aSaleThatWasBegunIsNotAbandoned() {
        long fence = fence();
        inventory.failing("reassign", Fault.AFTER, 0, 1);
        confirm(listing, order, fence, buyer);
        await().untilAsserted(() ->
                assertThat(abandon(listing, order, fence).text("status")).isEqualTo("SOLD"));
        assertThat(second.holder).isEqualTo(buyer);
    }

    @Test
    void aCheckoutThatADeadProcessHasIsTakenOverWhenItsLeaseLapses() {
        long fence = fence();
        jdbc.sql("UPDATE listings SET pending = 'CONFIRM', worker = gen_random_uuid(),"
                        + " worked_until = clock_timestamp() + interval '1 hour' WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        assertThat(confirm(listing, order, fence, buyer).status()).isEqualTo(503);
        assertThat(abandon(listing, order, fence).status()).isEqualTo(503);
        assertThat(inventory.calls(first, second)).doesNotContain("reassign", "put-back");
        jdbc.sql("UPDATE listings SET worked_until = clock_timestamp() WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .update();
        await().untilAsserted(() -> assertThat(status(listing)).isEqualTo("SOLD"));
    }

    private long fence() {
        return checkout(listing, order, buyer).body().get("fence").asLong();
    }

    private int payouts() {
        return jdbc.sql("SELECT count(*) FROM payouts WHERE listing_id = ?")
                .param(UUID.fromString(listing))
                .query(Integer.class)
                .single();
    }
}
