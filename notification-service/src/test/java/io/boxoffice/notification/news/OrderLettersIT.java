package io.boxoffice.notification.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.notification.FaultyLine;
import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class OrderLettersIT {
    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Autowired
    FaultyLine line;

    @Test
    void aConfirmedOrderIsWrittenToItsBuyer() throws Exception {
        var order = fleet.order();

        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        var mail = mails.of(order).getFirst();
        assertThat(mail.getAllRecipients()[0]).hasToString(order.address());
        assertThat(mail.getSubject()).isEqualTo("Your tickets for Summer Night & Friends");
        assertThat(mail.getMessageID()).isEqualTo("<" + Fleet.messageId(order.cause()) + ">");
        assertThat(Mails.header(mail, "List-Unsubscribe")).isNull();
        var parts = Mails.parts(mail);
        assertThat(parts.text().lines())
                .contains("BX1.S.one.sig", "BX1.S.two.sig", "Ticket fees: 105.00 EUR", "Total: 1105.00 EUR")
                .contains("When:  Sunday, 15 August 2027, 21:00 (Europe/Berlin)", "- Floor, row A, seat 1");
        assertThat(parts.html())
                .contains(
                        "Summer Night &amp; Friends",
                        "BX1.S.two.sig",
                        order.orderId().toString());
        assertThat(parts.files()).containsOnlyKeys("tickets.pdf");
        assertThat(parts.files().get("tickets.pdf")).isEqualTo(Fleet.TICKETS_PDF);
    }

    @Test
    void ticketsThatAreOnThePhoneHaveNoCodeAndNoPaper() throws Exception {
        var order = fleet.order();
        fleet.codesAre(order, "", "");

        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        var parts = Mails.parts(mails.of(order).getFirst());
        assertThat(parts.files()).isEmpty();
        assertThat(parts.text())
                .doesNotContain("BX1.")
                .contains("This ticket is on your phone.", "https://boxoffice.example/tickets");
    }

    @Test
    void aMessageHeardAgainWritesNoSecondMail() {
        var order = fleet.order();
        var last = fleet.order(order.eventId());
        var messageId = UUID.randomUUID();

        fleet.confirmed(order, messageId);
        mails.awaitState(order, "SENT");
        fleet.confirmed(order, messageId);
        fleet.confirmed(order);
        // same key, same partition: heard after the repeats
        fleet.confirmed(last);

        await().until(() -> !mails.state(last).equals("NONE"));
        assertThat(mails.of(order)).hasSize(1);
        assertThat(mails.attempts(order)).isEqualTo(1);
    }

    @Test
    void othersOfOrdersAreNoneOfItsBusinessAndBrokenOnesStopNobody() {
        var order = fleet.order();

        fleet.tell("boxoffice.orders", "OrderPlaced", order.eventId(), UUID.randomUUID(), "{}");
        fleet.tell(
                "boxoffice.orders",
                "OrderConfirmed",
                order.eventId(),
                UUID.randomUUID(),
                "{\"order_id\":\"nonsense\"}");
        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(1);
    }

    @Test
    void aHundredOrdersAreWrittenOverFewConnections() {
        int before = line.connections();
        var orders = Stream.generate(fleet::order).limit(100).toList();

        orders.forEach(fleet::confirmed);

        await().until(() -> orders.stream().allMatch(order -> mails.state(order).equals("SENT")));
        assertThat(orders).allSatisfy(order -> assertThat(mails.of(order)).hasSize(1));
        assertThat(line.connections() - before).isLessThan(100);
    }

    @Test
    void aMailWaitsForPaymentAndForTheTickets() {
        var order = fleet.order();
        fleet.paymentIsAway(order);
        fleet.confirmed(order);
        await().until(() -> mails.attempts(order) >= 2);
        fleet.noCodes(order);
        fleet.orderIs(order, "CONFIRMED");
        await().until(() -> mails.reason(order).equals("tickets-missing"));

        fleet.codesAre(order, "BX1.S.one.sig", "BX1.S.two.sig");

        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(1);
    }

    @Test
    void anOrderThatCameToNothingIsNotConfirmed() {
        var order = fleet.order();
        fleet.orderIs(order, "CAPTURE_FAILED");

        fleet.confirmed(order);

        mails.awaitState(order, "FAILED");
        assertThat(mails.of(order)).isEmpty();
        assertThat(mails.reason(order)).isEqualTo("order-capture-failed");
    }

    @Test
    void aPaymentHasOneReceipt() throws Exception {
        var order = fleet.order();
        var last = fleet.order(order.eventId());
        var cause = order.cause("receipt");

        fleet.captured(order);
        mails.awaitState(cause, "SENT");
        fleet.captured(order);
        fleet.captured(last);

        mails.awaitState(last.cause("receipt"), "SENT");
        assertThat(mails.of(cause)).hasSize(1);
        var mail = mails.of(cause).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Your receipt for Summer Night & Friends");
        assertThat(Mails.parts(mail).text()).contains("Paid:  1105.00 EUR");
        assertThat(Mails.parts(mail).files()).containsOnlyKeys("receipt.pdf");
        assertThat(Mails.parts(mail).files().get("receipt.pdf")).isEqualTo(Fleet.RECEIPT_PDF);
    }

    @Test
    void eachRefundIsToldOnceWithWhatWasGivenBack() throws Exception {
        var order = fleet.order();
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        fleet.refunded(order, first, false, "refund");
        fleet.refunded(order, first, false, "refund");
        fleet.refunded(order, second, true, "refund");

        mails.awaitState("order-refunded:" + second, "SENT");
        mails.awaitState("order-refunded:" + first, "SENT");
        assertThat(mails.of("order-refunded:" + first)).hasSize(1);
        var text = Mails.parts(mails.of("order-refunded:" + first).getFirst()).text();
        assertThat(text).contains("551.50 EUR", "- Floor, row A, seat 1").doesNotContain("seat 2");
    }
}
