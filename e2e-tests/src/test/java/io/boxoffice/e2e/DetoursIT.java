package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The turns a fan's way can take: declined cards, second thoughts, second devices, lost answers. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class DetoursIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestFleet fleet;
    private UUID event;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = fleet.onSale("Detours", 80).event();
    }

    @Test
    void aSoftDeclineGivesTheHoldBackAndTheThirdReleasesTheSeats() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);

        for (int attempt = 1; attempt <= 3; attempt++) {
            var problem = assertProblem(fan.pays(hold, "pm_card_chargeDeclined"), 402, "payment-declined");
            assertThat(problem.path("decline_code").asString("")).isNotBlank();
            assertThat(fan.look(hold).status()).isEqualTo(attempt < 3 ? "ACTIVE" : "RELEASED");
        }
        assertProblem(fan.client().quote(event, fan.pass(), hold.holdId()).answer(), 410, "hold-expired");
    }

    @Test
    void afterASoftDeclineAnotherCardWorks() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);

        assertProblem(fan.pays(hold, "pm_card_chargeDeclinedInsufficientFunds"), 402, "payment-declined");
        assertThat(fan.pays(hold, "pm_card_visa").status()).isEqualTo(201);
    }

    @Test
    void aStolenCardReleasesTheSeatsAtOnce() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);

        var problem = assertProblem(fan.pays(hold, "pm_card_chargeDeclinedStolenCard"), 402, "payment-declined");
        assertThat(problem.path("decline_code").asString()).isEqualTo("stolen_card");
        assertThat(fan.look(hold).status()).isEqualTo("RELEASED");
    }

    @Test
    void aSecondDeviceKeepsThePlaceAndEndsTheFirstOnesSession() throws Exception {
        Person person = fleet.newFan();
        TestFan phone = TestFan.admitted(fleet, event, person, TestFan.newDevice());
        Answer first = phone.client().join(event, phone.device()).answer();
        Device laptop = TestFan.newDevice();

        Answer joined = phone.client().join(event, laptop).answer();
        assertThat(joined.ok()).isTrue();
        assertThat(joined.json().path("join_number")).isEqualTo(first.json().path("join_number"));
        Answer old = TestFan.answered(
                () -> phone.client()
                        .place(event, phone.queueToken(), phone.device())
                        .answer(),
                "poll-too-soon");
        Shape.of(old.json()).is("state", "SUPERSEDED");

        var seats = Map.of("seat_ids", phone.freeSeats().subList(0, 1));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> phone.triesToHold(seats, TestFan.newKey())
                                .problem()
                                .code(),
                        "access-token-revoked"::equals);
        TestFan there = TestFan.admitted(fleet, event, person, laptop);
        assertThat(there.pass().accessToken()).isNotEqualTo(phone.pass().accessToken());
    }

    @Test
    void whoLeavesGivesTheirPlaceUp() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        var seats = Map.of("seat_ids", fan.freeSeats().subList(30, 31));

        assertThat(fan.client().leave(event, fan.queueToken(), fan.device()).status())
                .isEqualTo(204);
        assertThat(fan.client().leave(event, fan.queueToken(), fan.device()).status())
                .isEqualTo(204);
        Answer place = TestFan.answered(
                () -> fan.client().place(event, fan.queueToken(), fan.device()).answer(), "poll-too-soon");
        Shape.of(place.json()).is("state", "LEFT").absent("access_token");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> fan.triesToHold(seats, TestFan.newKey()).problem().code(), "access-token-revoked"::equals);
    }

    @Test
    void whoGivesTheSeatsBackMayChooseAgain() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(2);

        assertThat(fan.client().release(event, hold.holdId()).status()).isEqualTo(204);
        assertThat(fan.client().release(event, hold.holdId()).status()).isEqualTo(204);
        assertThat(fan.look(hold).status()).isEqualTo("RELEASED");
        assertThat(fan.holds(2).status()).isEqualTo("ACTIVE");
    }

    @Test
    void aLapsedHoldIsForSaleAgain() throws Exception {
        TestFan slow = TestFan.admitted(fleet, event);
        TestFan quick = TestFan.admitted(fleet, event);
        Hold hold = slow.holds(1);
        var seats = Map.of("seat_ids", List.of(hold.seats().getFirst().seatId()));

        assertProblem(quick.triesToHold(seats, TestFan.newKey()), 409, "seat-taken");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> slow.look(hold).status(), "EXPIRED"::equals);
        assertThat(quick.triesToHold(seats, TestFan.newKey()).status()).isEqualTo(201);
        assertProblem(slow.client().quote(event, slow.pass(), hold.holdId()).answer(), 410, "hold-expired");
    }

    @Test
    void aPaymentWhoseAnswerIsLostIsConfirmedAllTheSame() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);
        Map<String, Object> fault = Map.of(
                "operation",
                "payment_intents.confirm",
                "effect",
                "timeout_after",
                "probability",
                1,
                "times",
                1,
                "match",
                Map.of("metadata.hold_id", hold.holdId()));
        String control = "Bearer " + fleet.credentials().provider().controlToken();
        Answer set = fleet.provider()
                .send(Call.post("fault", "/_control/faults", fault).with("Authorization", control));
        assertThat(set.status()).as(set.body()).isEqualTo(201);

        Answer answer = fan.pays(hold, "pm_card_visa");
        assertThat(answer.status()).as(answer.body()).isIn(201, 202);
        UUID order = Json.read(answer.body(), Order.class).orderId();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> fan.client().order(order).value(), Order::bought);
        assertThat(fan.client().tickets(event).value().items()).hasSize(1);
    }
}
