package io.boxoffice.notification.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NotificationServiceTest
class EventLettersIT {
    private static final String CANCELLED = "event-cancelled";

    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    private Fleet.Order confirmed(UUID eventId) {
        var order = fleet.order(eventId);
        fleet.confirmed(order);
        mails.awaitState(order, "SENT");
        return order;
    }

    @Test
    void aCancellationIsToldToEveryOrderThatStandsAndItsRefundsAreNotToldAgain() throws Exception {
        var event = UUID.randomUUID();
        var stands = confirmed(event);
        var givenBack = confirmed(event);
        var partly = confirmed(event);
        var refund = UUID.randomUUID();
        fleet.refunded(givenBack, refund, true, "refund");
        fleet.refunded(partly, UUID.randomUUID(), false, "refund");
        mails.awaitState("order-refunded:" + refund, "SENT");

        fleet.cancelled(event);
        fleet.cancelled(event);
        mails.awaitState(stands.cause(CANCELLED), "SENT");
        var cancellationRefund = UUID.randomUUID();
        fleet.refunded(stands, cancellationRefund, true, CANCELLED);
        var late = fleet.order(event);
        fleet.confirmed(late);

        mails.awaitState(partly.cause(CANCELLED), "SENT");
        mails.awaitState(late.cause(CANCELLED), "SENT");
        assertThat(mails.of(stands.cause(CANCELLED))).hasSize(1);
        assertThat(mails.state(givenBack.cause(CANCELLED))).isEqualTo("NONE");
        assertThat(mails.state("order-refunded:" + cancellationRefund)).isEqualTo("NONE");
        var mail = mails.of(stands.cause(CANCELLED)).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Cancelled: Summer Night & Friends");
        assertThat(Mails.parts(mail).text())
                .contains("The organiser says: The artist is ill.", "Your money comes back by itself");
    }

    @Test
    void anEventOfManyOrdersIsToldInBatches() {
        var event = UUID.randomUUID();
        var orders = Stream.generate(() -> fleet.order(event)).limit(100).toList();
        orders.forEach(fleet::confirmed);
        mails.awaitSent(orders.stream().map(Fleet.Order::cause).toList());

        fleet.cancelled(event);

        var causes = orders.stream().map(order -> order.cause(CANCELLED)).toList();
        mails.awaitSent(causes);
        assertThat(mails.counted(causes))
                .hasSize(100)
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void aPostponementIsToldToWhoeverHoldsTheTickets() throws Exception {
        var event = UUID.randomUUID();
        fleet.published(event, "Summer Night");
        var seller = confirmed(event);
        var buyer = fleet.order(event);
        fleet.resold(seller, buyer);
        mails.awaitState(buyer, "SENT");

        fleet.postponed(event, 5, "2027-10-15T19:00:00Z");
        fleet.postponed(event, 5, "2027-10-15T19:00:00Z");

        var cause = buyer.cause("event-postponed") + ":5";
        mails.awaitState(cause, "SENT");
        assertThat(mails.of(cause)).hasSize(1);
        assertThat(mails.state(seller.cause("event-postponed") + ":5")).isEqualTo("NONE");
        var mail = mails.of(cause).getFirst();
        assertThat(mail.getSubject()).isEqualTo("New date: Summer Night");
        assertThat(Mails.parts(mail).text().lines())
                .contains(
                        "Before: Sunday, 15 August 2027, 21:00 (Europe/Berlin)",
                        "Now:    Friday, 15 October 2027, 21:00 (Europe/Berlin)");
    }

    @Test
    void eachPostponementIsToldForItself() {
        var event = UUID.randomUUID();
        var order = confirmed(event);

        fleet.postponed(event, 5, "2027-10-15T19:00:00Z");
        mails.awaitState(order.cause("event-postponed") + ":5", "SENT");
        fleet.postponed(event, 6, "2027-11-15T19:00:00Z");

        mails.awaitState(order.cause("event-postponed") + ":6", "SENT");
    }
}
