package io.boxoffice.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.notification.FaultyLine;
import io.boxoffice.notification.FaultyLine.Fault;
import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import io.boxoffice.notification.email.Email;
import io.boxoffice.notification.email.SendOutcome;
import io.boxoffice.notification.email.SmtpConnection;
import io.boxoffice.notification.email.SmtpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@NotificationServiceTest
class AtMostOnceIT {
    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Autowired
    FaultyLine line;

    @Autowired
    SmtpServer smtp;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    JdbcClient jdbc;

    @Test
    void mailsWaitWhileTheServerIsAway() throws IOException {
        var order = fleet.order();
        line.down();
        try {
            fleet.confirmed(order);
            await().until(() -> mails.attempts(order) >= 3);
            assertThat(mails.state(order)).isEqualTo("QUEUED");
            await().until(() ->
                    metrics.get("boxoffice.mails.oldest.queued").gauge().value() > 0);
        } finally {
            line.up();
        }

        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 450 4.2.1 mailbox busy", "., 451 4.3.0 try again", "MAIL, 421 4.3.2 going down"})
    void aRefusalForNowIsTriedAgain(String command, String reply) {
        var order = fleet.order();
        line.next(new Fault.Refuse(command, reply));

        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        assertThat(mails.attempts(order)).isEqualTo(2);
        assertThat(mails.of(order)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no such user, smtp-550", "., 554 5.7.1 no thanks, smtp-554"})
    void aRefusalForGoodIsFinal(String command, String reply, String reason) {
        var order = fleet.order();
        line.next(new Fault.Refuse(command, reply));

        fleet.confirmed(order);

        mails.awaitState(order, "FAILED");
        assertThat(mails.reason(order)).isEqualTo(reason);
        assertThat(mails.of(order)).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsFinal() {
        var order = fleet.order();
        fleet.contactIs(order, "not an address");

        fleet.confirmed(order);

        mails.awaitState(order, "FAILED");
    }

    @Test
    void anAcceptedMailWhoseAnswerWasLostIsFoundInTheMailLogAndNotSentAgain() {
        var order = fleet.order();
        fleet.mailLog(order.cause(), true);
        line.next(new Fault.LoseAnswer());

        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        assertThat(mails.attempts(order)).isEqualTo(1);
        assertThat(mails.of(order)).hasSize(1);
    }

    @Test
    void aMailThatTheMailLogDoesNotKnowIsSentAgain() {
        var order = fleet.order();
        line.next(new Fault.LoseDot());

        fleet.confirmed(order);

        mails.awaitState(order, "SENT");
        assertThat(mails.attempts(order)).isEqualTo(2);
        assertThat(mails.of(order)).hasSize(1);
    }

    @Test
    void anUncertainMailStaysSoUntilTheMailLogAnswers() {
        var order = fleet.order();
        fleet.mailLogIsAway(order.cause());
        line.next(new Fault.LoseAnswer());

        fleet.confirmed(order);

        await().until(() ->
                mails.state(order).equals("UNCERTAIN") && mails.reason(order).equals("mail-log-away"));
        fleet.mailLog(order.cause(), true);
        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(1);
    }

    @Test
    void aProcessThatDiedBeforeTheDotLeavesAMailToBeSent() {
        var order = fleet.order();

        mails.leftBehind(order, "QUEUED", "-1 second");

        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1"})
    void aProcessThatDiedAfterTheDotLeavesAMailToBeLookedFor(boolean accepted, int sentNow) {
        var order = fleet.order();
        fleet.mailLog(order.cause(), accepted);

        mails.leftBehind(order, "SENDING", "-1 second");

        mails.awaitState(order, "SENT");
        assertThat(mails.of(order)).hasSize(sentNow);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            receipt         | {}                                                      | true  | 0
            receipt         | {}                                                      | false | 1
            order-refunded  | {"amount":551.50,"currency":"EUR","seat_ids":[]}        | true  | 0
            order-refunded  | {"amount":551.50,"currency":"EUR","seat_ids":[]}        | false | 1
            event-cancelled | {"reason":null}                                         | true  | 0
            event-cancelled | {"reason":null}                                         | false | 1
            event-postponed | {"version":2,"date":"2027-10-15T19:00:00Z"}             | true  | 0
            event-postponed | {"version":2,"date":"2027-10-15T19:00:00Z"}             | false | 1
            """)
    void soDoesItForEveryKind(String kind, String facts, boolean accepted, int sentNow) {
        var order = fleet.order();
        fleet.confirmed(order);
        mails.awaitState(order, "SENT");
        fleet.mailLog(order.cause(kind), accepted);

        mails.leftBehind(order, kind, facts, "SENDING", "-1 second");

        mails.awaitState(order.cause(kind), "SENT");
        assertThat(mails.of(order.cause(kind))).hasSize(sentNow);
    }

    @Test
    void aMailThatNobodyTakesIsGivenUpWhenItIsTooOld() {
        var order = fleet.order();
        fleet.paymentIsAway(order);
        fleet.confirmed(order);
        await().until(() -> mails.attempts(order) >= 1);

        jdbc.sql("UPDATE deliveries SET created_at = created_at - interval '25 hours' WHERE cause = ?")
                .param(order.cause())
                .update();

        mails.awaitState(order, "FAILED");
        assertThat(mails.reason(order)).isEqualTo("ServiceUnavailable");
        await().untilAsserted(() -> assertThat(metrics.get("boxoffice.mails")
                        .tags("kind", "order-confirmed", "outcome", "expired")
                        .counter()
                        .count())
                .isPositive());
    }

    @Test
    void aMailInAnothersHandsIsLeftAlone() {
        var held = fleet.order();
        var free = fleet.order();
        mails.leftBehind(held, "QUEUED", "1 hour");
        mails.leftBehind(free, "QUEUED", "-1 second");

        mails.awaitState(free, "SENT");

        assertThat(mails.state(held)).isEqualTo("QUEUED");
        assertThat(mails.of(held)).isEmpty();
    }

    @Test
    void whoeverHasLostTheMailDoesNotCompleteIt() {
        var order = fleet.order();
        var email = new Email(order.cause(), order.address(), "subject", "text", "<p>text</p>", List.of(), null);
        try (var connection = new SmtpConnection(smtp)) {
            assertThat(connection.open()).isTrue();

            assertThat(connection.send(email, () -> false)).isInstanceOf(SendOutcome.NotNow.class);

            // the next one goes over a new connection, and is the only one that arrives
            assertThat(connection.open()).isTrue();
            assertThat(connection.send(email, () -> true)).isEqualTo(new SendOutcome.Accepted());
        }
        assertThat(mails.of(order)).hasSize(1);
    }
}
