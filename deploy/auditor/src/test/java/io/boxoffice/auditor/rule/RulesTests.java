package io.boxoffice.auditor.rule;

import static io.boxoffice.auditor.rule.Sales.PRICE;
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
        assertThat(sale.brokenFromBehind()).isEmpty();
        assertThat(sale.findings()).extracting(Finding::invariant).contains(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aSeatSoldTwiceIsFound() {
        UUID other = UUID.randomUUID();
        sale.orders.add(Sales.order(other, "PRIMARY", sale.fan, sale.hold, "CAPTURED", BigDecimal.ZERO));
        sale.items.add(new Payments.Item(other, "s1", "ACTIVE"));

        assertThat(sale.brokenFromBehind()).contains(1, 2);
    }

    @Test
    void aTicketThatCameInTwiceIsFound() {
        sale.scans.add(new Inventory.Scan(sale.ticket, "n2", "ADMITTED"));

        assertThat(sale.broken()).contains(1);
    }

    @Test
    void aPurchasedSeatWithoutATicketIsFound() {
        sale.seats.set(1, new Inventory.Seat("s2", "Floor", "PURCHASED", false, sale.hold));

        assertThat(sale.broken()).containsExactly(1, 2, 6);
    }

    @Test
    void moneyTakenForNothingIsFound() {
        UUID lost = UUID.randomUUID();
        sale.orders.add(Sales.order(lost, "PRIMARY", sale.fan, UUID.randomUUID(), "EXPIRED", BigDecimal.ZERO));
        sale.charges.add(Sales.charge("pi_2", lost, BigDecimal.TEN, BigDecimal.ZERO));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aDoubleChargeIsFound() {
        sale.charges.add(Sales.charge("pi_2", sale.order, PRICE, BigDecimal.ZERO));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aCentTooManyIsFound() {
        sale.charges.set(0, Sales.charge("pi_1", sale.order, new BigDecimal("12.51"), BigDecimal.ZERO));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aPurchaseThatWasForgottenIsFound() {
        sale.purchases.add(new Notes.Purchase(UUID.randomUUID(), sale.fan, BigDecimal.ONE, List.of("s9")));

        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void aFanBeyondTheLimitIsFound() {
        sale.limits.set(0, new Inventory.Limit(sale.fan.toString(), 0, 5));

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
    void aFanOfTheLobbyLetInFromAnotherPlaceThanDrawnIsFound() {
        var entry = UUID.nameUUIDFromBytes("a".getBytes());
        admit(entry.toString(), 7);
        sale.drawn.add(new Notes.Drawn(entry, "leaf", "leaf", 7));
        assertThat(sale.broken()).isEmpty();

        sale.drawn.set(0, new Notes.Drawn(entry, "leaf", "leaf", 8));
        assertThat(sale.broken()).containsExactly(4);
    }

    @Test
    void aLeafThatTheDrawDoesNotShowIsFound() {
        sale.drawn.add(new Notes.Drawn(UUID.randomUUID(), "leaf", "", 7));

        assertThat(sale.broken()).containsExactly(4);
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
        sale.holds.add(new Inventory.Hold(hold, UUID.randomUUID(), sale.session, "k", "RELEASED"));
        sale.tell("SeatsHeld", Map.of("hold_id", hold));
        sale.tell("SeatsReleased", Map.of("hold_id", hold));

        assertThat(sale.broken()).containsExactly(4);
    }

    @Test
    void aChangeNeverToldIsFound() {
        sale.messages.removeIf(message -> message.type().equals("TicketIssued"));

        assertThat(sale.broken()).containsExactly(5);
    }

    @Test
    void anOrderThatNeverGotItsHoldNeedsNotBeTold() {
        sale.orders.add(
                Sales.order(UUID.randomUUID(), "PRIMARY", sale.fan, UUID.randomUUID(), "EXPIRED", BigDecimal.ZERO));

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
        sale.seats.set(2, new Inventory.Seat("s3", "Floor", "RESERVED", false, UUID.randomUUID()));

        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void aSeatSoldFromUnderAHoldIsFound() {
        sale.history.set(0, new Inventory.Change("s1", 1, "PURCHASED"));

        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void aBlockedSeatBreaksNothingUntilSomebodyHasIt() {
        sale.seats.set(1, new Inventory.Seat("s2", "Floor", "AVAILABLE", true, null));
        sale.history.add(new Inventory.Change("s2", 1, "BLOCKED"));
        assertThat(sale.broken()).isEmpty();

        sale.history.add(new Inventory.Change("s2", 2, "RESERVED"));
        assertThat(sale.broken()).containsExactly(6);
    }

    @Test
    void aGoodResaleBreaksNothing() {
        assertThat(Sales.ofOneResale().broken()).isEmpty();
        assertThat(Sales.ofOneResale().brokenFromBehind()).isEmpty();
    }

    @Test
    void aTicketSoldOnThatItsSellerStillHasIsFound() {
        Sales resold = Sales.ofOneResale();
        resold.tickets.set(0, Sales.ticket(resold.ticket, resold.order, resold.fan, "VALID", 2));

        assertThat(resold.brokenFromBehind()).containsExactly(1);
    }

    @Test
    void aTicketGivenOnForNothingIsFound() {
        Sales resold = Sales.ofOneResale();
        resold.orders.removeLast();
        resold.items.removeLast();
        resold.charges.removeLast();

        assertThat(resold.brokenFromBehind()).contains(1, 2);
    }

    @Test
    void aSellerWhoIsOwedTooLittleIsFound() {
        Sales resold = Sales.ofOneResale();
        resold.listings.set(
                0, new Resale.Listing(resold.listing, "SOLD", true, resold.resale, 1, PRICE, new BigDecimal("12.49")));

        assertThat(resold.brokenFromBehind()).containsExactly(2);
    }

    @Test
    void aListingSoldTwiceIsFound() {
        Sales resold = Sales.ofOneResale();
        resold.orders.add(Sales.order(
                UUID.randomUUID(), "RESALE", UUID.randomUUID(), resold.listing, "CAPTURED", BigDecimal.ZERO));

        assertThat(resold.brokenFromBehind()).contains(2);
    }

    @Test
    void sellingOnGivesNothingBackOfTheLimit() {
        Sales resold = Sales.ofOneResale();
        resold.limits.set(0, new Inventory.Limit(resold.fan.toString(), 0, 0));

        assertThat(resold.brokenFromBehind()).containsExactly(3);
    }

    @Test
    void aSellersCodeThatStillOpensTheGateIsFound() {
        Sales resold = Sales.ofOneResale();
        resold.codes.add(new Notes.Code(resold.ticket.toString(), "sold on", "transferred", "admitted"));

        assertThat(resold.broken()).containsExactly(1);
    }

    @Test
    void aGoodRefundBreaksNothing() {
        assertThat(Sales.ofOneRefund().broken()).isEmpty();
        assertThat(Sales.ofOneRefund().brokenFromBehind()).isEmpty();
    }

    @Test
    void moneyGivenBackForATicketThatIsStillGoodIsFound() {
        Sales refunded = Sales.ofOneRefund();
        refunded.tickets.set(0, Sales.ticket(refunded.ticket, refunded.order, refunded.fan, "VALID", 1));

        assertThat(refunded.brokenFromBehind()).contains(1, 2);
    }

    @Test
    void moreGivenBackThanWasTakenIsFound() {
        Sales refunded = Sales.ofOneRefund();
        refunded.charges.set(0, Sales.charge("pi_1", refunded.order, PRICE, PRICE.add(BigDecimal.ONE)));

        assertThat(refunded.brokenFromBehind()).containsExactly(2);
    }

    @Test
    void aRefundTheProviderNeverMadeIsFound() {
        Sales refunded = Sales.ofOneRefund();
        refunded.charges.set(0, Sales.charge("pi_1", refunded.order, PRICE, BigDecimal.ZERO));

        assertThat(refunded.brokenFromBehind()).containsExactly(2);
    }

    @Test
    void aRefundThatKeepsTheFansLimitIsFound() {
        Sales refunded = Sales.ofOneRefund();
        refunded.limits.set(0, new Inventory.Limit(refunded.fan.toString(), 0, 1));

        assertThat(refunded.brokenFromBehind()).containsExactly(3);
    }

    @Test
    void aRefundUnderWayIsNoViolation() {
        Sales refunded = Sales.ofOneRefund();
        refunded.seats.set(0, new Inventory.Seat("s1", "Floor", "PURCHASED", false, refunded.hold));
        refunded.history.removeLast();
        refunded.tickets.set(
                0,
                new Inventory.Ticket(
                        refunded.ticket,
                        refunded.order,
                        refunded.fan,
                        "s1",
                        "REVOKED",
                        1,
                        refunded.fan.toString(),
                        true,
                        null));
        refunded.limits.set(0, new Inventory.Limit(refunded.fan.toString(), 0, 1));
        refunded.inMotion.add("s1");

        assertThat(refunded.brokenFromBehind()).isEmpty();
    }

    @Test
    void aLedgerOutOfBalanceIsFound() {
        sale.ledger.add(new Payments.Posting(
                "t9", sale.order.toString(), new BigDecimal("0.01"), BigDecimal.ZERO, BigDecimal.ZERO));

        assertThat(sale.brokenFromBehind()).containsExactly(2);
    }

    @Test
    void aCaptureThatTheLedgerDoesNotKnowIsFound() {
        sale.ledger.clear();

        assertThat(sale.brokenFromBehind()).containsExactly(2);
    }

    @Test
    void whatWaitsInAnOutboxIsToldInTime() {
        sale.waiting.addAll(sale.messages);
        sale.messages.removeIf(message -> !message.type().equals("EntryAdmitted"));

        assertThat(sale.brokenFromBehind()).isEmpty();
        assertThat(sale.broken()).as("a sale at rest has told everything").containsExactly(5);
    }

    @Test
    void anOrderUnderWayIsNoViolationUntilTheSaleIsOver() {
        sale.orders.add(
                Sales.order(UUID.randomUUID(), "PRIMARY", sale.fan, UUID.randomUUID(), "PENDING", BigDecimal.ZERO));

        assertThat(sale.brokenFromBehind()).isEmpty();
        assertThat(sale.broken()).containsExactly(2);
    }

    @Test
    void anEventWithoutAWaitingRoomAdmitsNobody() {
        sale.messages.removeIf(message -> message.type().equals("EntryAdmitted"));
        assertThat(sale.brokenFromBehind()).containsExactly(4);

        sale.queued = false;
        assertThat(sale.brokenFromBehind()).isEmpty();
    }

    @Test
    void whatTheTopicsHaveForgottenIsNotHeldAgainstTheSale() {
        sale.messages.clear();
        sale.toldFromTheStart = false;

        assertThat(sale.brokenFromBehind()).isEmpty();
    }

    @Test
    void closedBooksAreNotJudged() {
        sale.charges.clear();
        sale.booksOpen = false;

        assertThat(sale.brokenFromBehind()).isEmpty();
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
