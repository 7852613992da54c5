package io.boxoffice.notification.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.notification.FaultyLine;
import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class ConfirmationIT {
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
        assertThat(mail.getMessageID()).isEqualTo("<" + order.messageId() + ">");
        var text = part(mail.getContent(), 0);
        assertThat(text.getContentType()).startsWith("text/plain");
        assertThat(text.getContent().toString().lines())
                .contains("BX1.S.one.sig", "BX1.S.two.sig", "Ticket fees: 105.00 EUR", "Total: 1105.00 EUR")
                .contains("Sunday, 15 August 2027, 21:00 (Europe/Berlin)", "Arena", "Floor, row A, seat 1");
        var html = part(mail.getContent(), 1);
        assertThat(html.getContentType()).startsWith("text/html");
        assertThat(html.getContent().toString())
                .contains(
                        "Summer Night &amp; Friends",
                        "BX1.S.two.sig",
                        order.orderId().toString());
    }

    @Test
    void aMessageHeardAgainWritesNoSecondMail() {
        var order = fleet.order();
        var last = fleet.order();
        var messageId = UUID.randomUUID();

        fleet.confirmed(order, messageId);
        mails.awaitState(order, "SENT");
        fleet.confirmed(order, messageId);
        fleet.confirmed(order);
        // same key, same partition: heard after the repeats
        fleet.confirmed(new Fleet.Order(last.orderId(), order.eventId()));

        await().until(() -> !mails.state(last).equals("NONE"));
        assertThat(mails.of(order)).hasSize(1);
        assertThat(mails.attempts(order)).isEqualTo(1);
    }

    @Test
    void othersOfOrdersAreNoneOfItsBusinessAndBrokenOnesStopNobody() {
        var order = fleet.order();

        fleet.tell("OrderPlaced", order, UUID.randomUUID(), "{}");
        fleet.tell("OrderConfirmed", order, UUID.randomUUID(), "{\"order_id\":\"nonsense\"}");
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

    private static BodyPart part(Object content, int index) throws Exception {
        assertThat(content).isInstanceOf(Multipart.class);
        assertThat(((Multipart) content).getContentType()).startsWith("multipart/alternative");
        return ((Multipart) content).getBodyPart(index);
    }
}
