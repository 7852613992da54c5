package io.boxoffice.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.notification.FaultyLine;
import io.boxoffice.notification.Fleet;
import io.boxoffice.notification.Mails;
import io.boxoffice.notification.NotificationServiceTest;
import io.boxoffice.notification.event.Events;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

@NotificationServiceTest
class NotifyMeIT {
    private static final String SEATS = "{\"kinds\":[\"SEATS_AVAILABLE\"]}";

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Mails mails;

    @Autowired
    FaultyLine line;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Events events;

    private final UUID event = UUID.randomUUID();
    private final UUID fan = UUID.randomUUID();

    @BeforeEach
    void anEvent() {
        fleet.show(event, "Summer Night");
    }

    @Test
    void aFansKindsAreReplacedAndRepeatingChangesNothing() {
        assertThat(put(SEATS).status()).isEqualTo(204);
        var first = subscription();
        assertThat(put(SEATS).status()).isEqualTo(204);
        assertThat(subscription()).isEqualTo(first);

        assertThat(put("{\"kinds\":[\"TURN_NEAR\",\"SEATS_AVAILABLE\"]}").status())
                .isEqualTo(204);
        assertThat(kinds()).containsExactlyInAnyOrder("SEATS_AVAILABLE", "TURN_NEAR");
        assertThat(subscription()).isEqualTo(first);

        assertThat(put("{\"kinds\":[]}").status()).isEqualTo(204);
        assertThat(kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kinds\":null}",
                "{\"kinds\":[\"RAIN\"]}",
                "{\"kinds\":[null]}",
                "{\"kinds\":[],\"x\":1}"
            })
    void whatIsNoWishIsRefused(String body) {
        var answer = put(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:boxoffice:problem:validation-failed");
    }

    @Test
    void anAccountWithoutAnAddressIsToldSo() {
        var nobody = new Caller(fan, null, List.of("FAN"), null);
        var controller = new NotifyMeController(subscriptions, events);

        assertThatThrownBy(() -> controller.notifyMe(event, wish(NotifyKind.SEATS_AVAILABLE), nobody))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
                    assertThat(problem.code()).isEqualTo("email-missing");
                });
        // to stop needs none
        controller.notifyMe(event, wish(), nobody);
    }

    @Test
    void anUnknownEventIsNotFoundAndOneThatNobodyCanTellOfIsUnavailable() {
        var away = UUID.randomUUID();
        fleet.eventServiceIsAway(away);

        assertThat(put(UUID.randomUUID().toString(), SEATS, token()).status()).isEqualTo(404);
        assertThat(put("nonsense", SEATS, token()).status()).isEqualTo(404);
        assertThat(put(away.toString(), SEATS, token()).status()).isEqualTo(503);
    }

    @Test
    void onlyFansAreAsked() {
        assertThat(put(event.toString(), SEATS, TestIssuer.token(fan, "SCANNER"))
                        .status())
                .isEqualTo(403);
        assertThat(put(event.toString(), SEATS, "nonsense").status()).isEqualTo(401);
    }

    @Test
    void aReopeningIsToldOnceAndUsesTheSubscriptionUp() throws Exception {
        put("{\"kinds\":[\"SEATS_AVAILABLE\",\"TURN_NEAR\"]}");
        var cause = "seats-available:" + subscription();
        var episode = UUID.randomUUID();

        fleet.reopened(event, episode);
        fleet.reopened(event, episode);
        mails.awaitState(cause, "SENT");
        fleet.reopened(event, UUID.randomUUID());

        assertThat(mails.of(cause)).hasSize(1);
        var mail = mails.of(cause).getFirst();
        assertThat(mail.getAllRecipients()[0]).hasToString(fan + "@example.test");
        assertThat(Mails.header(mail, "List-Unsubscribe"))
                .isEqualTo("<https://boxoffice.example/events/" + event + ">");
        assertThat(Mails.parts(mail).text()).contains("https://boxoffice.example/events/" + event);
        subscriptions.forget();
        assertThat(kinds()).containsExactly("TURN_NEAR");

        // the fan may opt in again, for the next episode
        put(SEATS);
        var again = "seats-available:" + subscription();
        fleet.reopened(event, UUID.randomUUID());
        mails.awaitState(again, "SENT");
    }

    @Test
    void aFanWhoThoughtOtherwiseIsNotWrittenTo() throws IOException {
        put(SEATS);
        var cause = "seats-available:" + subscription();
        line.down();
        try {
            fleet.reopened(event, UUID.randomUUID());
            mails.awaitState(cause, "QUEUED");
            put("{\"kinds\":[]}");
        } finally {
            line.up();
        }

        mails.awaitState(cause, "FAILED");
        assertThat(mails.reason(cause)).isEqualTo("withdrawn");
        assertThat(mails.of(cause)).isEmpty();
    }

    @Test
    void seatsOfACancelledEventAreToldToNobody() {
        fleet.published(event, "Summer Night");
        put(SEATS);
        var cause = "seats-available:" + subscription();
        fleet.cancelled(event);
        await().until(() -> jdbc.sql("SELECT cancelled FROM events WHERE event_id = ?")
                .param(event)
                .query(Boolean.class)
                .single());

        fleet.reopened(event, UUID.randomUUID());

        mails.awaitState(cause, "FAILED");
        assertThat(mails.reason(cause)).isEqualTo("event-cancelled");
    }

    @Test
    void aConfirmationDoesNotWaitForAMassMailing() throws IOException {
        put(SEATS);
        jdbc.sql("INSERT INTO subscriptions (subscription_id, event_id, user_id, kind, email)"
                        + " SELECT gen_random_uuid(), ?, gen_random_uuid(), 'SEATS_AVAILABLE', 'crowd@example.test'"
                        + " FROM generate_series(1, 299)")
                .param(event)
                .update();
        var order = fleet.order();
        line.down();
        try {
            fleet.reopened(event, UUID.randomUUID());
            await().until(() -> told("QUEUED") == 300);
            fleet.confirmed(order);
            await().until(() -> mails.state(order).equals("QUEUED"));
        } finally {
            line.up();
        }

        mails.awaitState(order, "SENT");
        assertThat(told("SENT")).isLessThan(300);
        // what is left would keep the other tests waiting
        jdbc.sql("DELETE FROM deliveries WHERE event_id = ?").param(event).update();
    }

    private int told(String state) {
        return count("SELECT count(*) FROM deliveries WHERE event_id = ? AND state = ?", event, state);
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Integer.class).single();
    }

    private UUID subscription() {
        return jdbc.sql("SELECT subscription_id FROM subscriptions"
                        + " WHERE event_id = ? AND user_id = ? AND kind = 'SEATS_AVAILABLE' AND used_at IS NULL")
                .params(event, fan)
                .query(UUID.class)
                .single();
    }

    private List<String> kinds() {
        return jdbc.sql("SELECT kind FROM subscriptions WHERE event_id = ? AND user_id = ?")
                .params(event, fan)
                .query((row, _) -> row.getString("kind"))
                .list();
    }

    private static NotifyMeRequest wish(NotifyKind... kinds) {
        return new NotifyMeRequest(Set.of(kinds));
    }

    private record Answer(int status, String body) {}

    private String token() {
        return TestIssuer.token(fan, "FAN");
    }

    private Answer put(String body) {
        return put(event.toString(), body, token());
    }

    private Answer put(String eventId, String body, String token) {
        return RestClient.create()
                .put()
                .uri("http://localhost:" + port + "/api/v1/events/" + eventId + "/notify-me")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((_, response) -> new Answer(
                        response.getStatusCode().value(),
                        new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8)));
    }
}
