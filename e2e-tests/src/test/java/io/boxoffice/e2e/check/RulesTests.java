package io.boxoffice.e2e.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RulesTests {

    private final Sales sale = Sales.ofOneTicket();

    @Test
    void aGoodSaleBreaksNothing() {
        assertThat(sale.findings()).allMatch(Finding::holds);
        assertThat(sale.findings())
                .filteredOn(finding -> finding.invariant() == 1)
                .allMatch(f -> f.checked() == 1);
    }

    @Test
    void aSeatSoldTwiceIsFound() {
        UUID other = UUID.randomUUID();
        sale.orders.add(new Truth.Order(other, sale.fan, sale.hold, "CAPTURED", BigDecimal.ONE, "pi_2", true));
        sale.items.add(new Truth.Item(other, "s1", "ACTIVE"));

        assertThat(sale.broken()).contains(1, 2);
    }

    @Test
    void aTicketThatCameInTwiceIsFound() {
        sale.scans.add(new Truth.Scan(sale.ticket, "n2", "ADMITTED"));

        assertThat(sale.broken()).contains(1);
    }

    @Test
    void aPurchasedSeatWithoutATicketIsFound() {
        sale.seats.set(1, new Truth.Seat("s2", "Floor", "PURCHASED", false, sale.hold));

        assertThat(sale.broken()).containsExactly(1, 2, 6);
    }

    @Test
    void moneyTakenForNothingIsFound() {
        UUID lost = UUID.randomUUID();
        sale.orders.add(new Truth.Order(lost, sale.fan, UUID.randomUUID(), "EXPIRED", BigDecimal.TEN, "pi_2", true));
        sale.charges.add(new Truth.Charge("pi_2", lost.toString(), BigDecimal.TEN, BigDecimal.TEN, "succeeded"));
        sale.tell("OrderPlaced", Map.of("order_id", lost));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aDoubleChargeIsFound() {
        sale.charges.add(new Truth.Charge(
                "pi_2", sale.order.toString(), new BigDecimal("12.50"), new BigDecimal("12.50"), "succeeded"));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aCentTooManyIsFound() {
        sale.charges.set(
                0,
                new Truth.Charge(
                        "pi_1", sale.order.toString(), new BigDecimal("12.51"), new BigDecimal("12.51"), "succeeded"));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aPurchaseThatWasForgottenIsFound() {
        sale.notes.purchases().add(new SaleNotes.Purchase(UUID.randomUUID(), sale.fan, BigDecimal.ONE, List.of("s9")));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aFanBeyondTheLimitIsFound() {
        sale.limits.set(0, new Truth.Limit(sale.fan.toString(), 0, 5));

        assertThat(sale.broken()).containsExactly(3);
    }

    @Test
    void aFanBehindALaterOneIsFound() {
        sale.join("a", 2, 0, 10);
        sale.join("b", 1, 11, 20);

        assertThat(sale.broken()).containsExactly(4);
    }

    @Test
    void fansWhoCameTogetherStandInAnyOrder() {
        sale.join("a", 2, 0, 10);
        sale.join("b", 1, 9, 20);

        assertThat(sale.broken()).isEmpty();
    }

    @Test
    void anAdmissionOutOfOrderIsFoundUnlessTheFanHadGone() {
        admit("e2", 9);
        admit("e3", 5);
        assertThat(sale.broken()).containsExactly(4);

        sale.tell("EntryAbandoned", Map.of("entry_id", "e3"));
        assertThat(sale.broken()).isEmpty();
    }

    @Test
    void aHoldOfSomeoneNeverLetInIsFound() {
        UUID hold = UUID.randomUUID();
        sale.holds.add(new Truth.Hold(hold, UUID.randomUUID(), sale.session, "RELEASED"));
        sale.tell("SeatsHeld", Map.of("hold_id", hold));
        sale.tell("SeatsReleased", Map.of("hold_id", hold));

        assertThat(sale.broken()).containsExactly(4);
    }

    @Test
    void aChangeNeverToldIsFound() {
        sale.messages.removeIf(message -> message.type().contains("TicketIssued"));

        assertThat(sale.broken()).containsExactly(5);
    }

    @Test
    void anOrderThatNeverGotItsHoldNeedsNotBeTold() {
        sale.orders.add(new Truth.Order(
                UUID.randomUUID(), sale.fan, UUID.randomUUID(), "EXPIRED", BigDecimal.TEN, null, false));

        assertThat(sale.broken()).isEmpty();
    }

    @Test
    void aMessageToldTwiceIsFine() {
        sale.messages.add(sale.messages.getLast());

        assertThat(sale.broken()).isEmpty();
    }

    @Test
    void aSecondMailIsFound() {
        sale.mails.merge("order-confirmed:" + sale.order, 1, Integer::sum);

        assertThat(sale.broken()).containsExactly(5);
    }

    @Test
    void aSeatThatVanishedIsFound() {
        sale.seats.removeLast();

        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void aSeatReservedByNobodyIsFound() {
        sale.seats.set(2, new Truth.Seat("s3", "Floor", "RESERVED", false, UUID.randomUUID()));

        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void aSeatSoldFromUnderAHoldIsFound() {
        sale.history.set(0, new Truth.Change("s1", 1, "PURCHASED"));

        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void offendersAreNamed() {
        sale.seats.removeLast();

        assertThat(sale.findings())
                .filteredOn(finding -> !finding.holds())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.line()).contains("VIOLATED by 1", "section Floor has 2 seats of 3"));
    }

    private void admit(String entry, long score) {
        sale.tell(
                "EntryAdmitted",
                Map.of(
                        "session_id",
                        UUID.randomUUID(),
                        "user_id",
                        UUID.randomUUID(),
                        "entry_id",
                        entry,
                        "score",
                        score));
    }
}
