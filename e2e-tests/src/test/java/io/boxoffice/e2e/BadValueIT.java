package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.SeatLine;
import io.boxoffice.e2e.demo.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed calls that ask for what cannot be: values not built yet, broken rules, tokens that do not fit. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class BadValueIT {

    private TestFleet fleet;
    private UUID event;
    private String venue;
    private BoxofficeClient organizer;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.event = fleet.onSale("Bad values", 60).event();
        this.organizer = fleet.client(fleet.organizer(1));
        this.venue = organizer
                .send(Call.get("event", BoxofficeClient.events(event)))
                .json()
                .path("venue_id")
                .asString();
    }

    // --- venues and events

    @ParameterizedTest
    @MethodSource("impossible")
    void anImpossibleEventIsRefused(String field, Object value) throws Exception {
        assertProblem(create("/api/v1/events", with(eventBody(), field, value)), 400, "validation-failed");
    }

    static Stream<Arguments> impossible() {
        String later = Instant.now().plus(Duration.ofDays(1)).toString();
        return Stream.of(
                Arguments.of("name", ""),
                Arguments.of("ticket_limit", 0),
                Arguments.of("pricing_tiers", List.of()),
                Arguments.of("pricing_tiers", List.of(Map.of("section", "Floor", "price", -1))),
                Arguments.of("sale_dates", Map.of()),
                Arguments.of("sale_dates", Map.of("presale", later, "general", later)),
                Arguments.of("sale_dates", Map.of("presale", "soon", "general", later)),
                Arguments.of("waiting_room", Map.of("mode", "LOBBY", "lobby_minutes", 0)),
                Arguments.of("waiting_room", Map.of("mode", "LOBBY", "lobby_minutes", 1441)),
                Arguments.of("waiting_room", Map.of("mode", "LOTTERY")));
    }

    @Test
    void aCurrencyWithoutCentsIsNotSupported() throws Exception {
        assertProblem(create("/api/v1/events", with(eventBody(), "currency", "JPY")), 422, "currency-unsupported");
    }

    @Test
    void aDraftIsItsOwnersAlone() throws Exception {
        Answer created = create("/api/v1/events", eventBody());
        UUID draft = UUID.fromString(created.json().path("event_id").asString());
        BoxofficeClient other = fleet.client(fleet.organizer(2));
        Call look = Call.get("event", BoxofficeClient.events(draft));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asString()).isEqualTo("DRAFT");
        assertThat(organizer.send(look).status()).isEqualTo(200);
        assertProblem(other.send(look), 404, "not-found");
        assertProblem(other.anonymously(look), 404, "not-found");
        assertProblem(other.send(Call.post("publish", BoxofficeClient.events(draft) + "/publish")), 403, "forbidden");
    }

    // --- queue

    @Test
    void whoComesBeforeTheSaleIsToldWhenItOpens() throws Exception {
        UUID later = new Stage(fleet.organizerClient())
                .open("Later", 6, Duration.ofHours(1))
                .event();
        BoxofficeClient client = fleet.client(fleet.newFan());
        Answer answer =
                TestFan.answered(() -> client.join(later, TestFan.newDevice()).answer(), "event-not-found");

        var problem = assertProblem(answer, 409, "queue-not-open");
        assertThat(Instant.parse(problem.path("opens_at").asString())).isAfter(Instant.now());
    }

    @Test
    void anEventWithoutAPresaleHasNoCodes() throws Exception {
        assertProblem(create(BoxofficeClient.events(event) + "/presale-codes", Map.of("count", 1)), 422, "no-presale");
        assertThat(join(with(Routes.join(), "presale_code", "not looked at")).status())
                .isEqualTo(201);
    }

    @Test
    void aDeviceIdTooLongOrASecretHashTooShortIsRefused() throws Exception {
        assertProblem(join(with(Routes.join(), "device_id", "x".repeat(65))), 400, "validation-failed");
        assertProblem(join(with(Routes.join(), "secret_hash", "AAAA")), 400, "validation-failed");
    }

    @Test
    void aPlaceInLineNeedsItsTokenAndItsSecret() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);

        assertProblem(fan.client().place(event, "garbage", fan.device()).answer(), 401, "queue-token-invalid");
        Device thief = TestFan.newDevice();
        assertProblem(fan.client().place(event, fan.queueToken(), thief).answer(), 403, "queue-secret-wrong");
        assertProblem(fan.client().leave(event, fan.queueToken(), thief), 403, "queue-secret-wrong");
    }

    // --- access tokens

    @Test
    void seatsAreHeldWithAnAccessTokenOnly() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Call call = Call.post(
                        "hold",
                        BoxofficeClient.events(event) + "/holds",
                        Map.of("seat_ids", fan.freeSeats().subList(0, 1)))
                .with("Idempotency-Key", TestFan.newKey());

        assertProblem(fan.client().send(call), 403, "access-token-required");
        assertProblem(
                fan.client().send(call.with("X-Access-Token", "garbage").with("X-Device-Id", "d")),
                403,
                "access-token-invalid");
        assertProblem(
                fan.client()
                        .send(call.with("X-Access-Token", fan.pass().accessToken())
                                .with("X-Device-Id", "other")),
                403,
                "wrong-device");
    }

    @Test
    void anothersAccessTokenIsWorthNothing() throws Exception {
        TestFan victim = TestFan.admitted(fleet, event);
        TestFan thief = TestFan.admitted(fleet, event);
        AccessPass stolen = victim.pass();
        List<String> seats = thief.freeSeats().subList(0, 1);

        assertProblem(
                thief.client().hold(event, stolen, seats, TestFan.newKey()).answer(), 403, "access-token-invalid");
    }

    // --- holds

    @Test
    void seatsThatDoNotExistOrAreTooManyAreRefused() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        List<String> five = fan.lastSeats(5);

        assertProblem(
                fan.triesToHold(Map.of("seat_ids", List.of(UUID.randomUUID().toString())), TestFan.newKey()),
                422,
                "unknown-seat");
        assertProblem(fan.triesToHold(Map.of("seat_ids", List.of()), TestFan.newKey()), 400, "validation-failed");
        var limit = assertProblem(fan.triesToHold(Map.of("seat_ids", five), TestFan.newKey()), 422, "ticket-limit");
        assertThat(limit.path("limit").asInt()).isEqualTo(Stage.TICKET_LIMIT);
        assertThat(limit.path("used").asInt()).isZero();
    }

    @Test
    void whatIsTakenIsNamedWithAlternatives() throws Exception {
        TestFan first = TestFan.admitted(fleet, event);
        TestFan second = TestFan.admitted(fleet, event);
        List<String> seats =
                first.holds(2).seats().stream().map(SeatLine::seatId).toList();

        var problem = assertProblem(second.triesToHold(Map.of("seat_ids", seats), TestFan.newKey()), 409, "seat-taken");
        assertThat(problem.path("taken").valueStream().map(seat -> seat.asString()))
                .containsExactlyInAnyOrderElementsOf(seats);
        assertThat(problem.path("alternatives").isArray()).isTrue();
        assertThat(problem.path("alternatives").path(0).size()).isEqualTo(2);
    }

    @Test
    void aFanHasOneLiveHold() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);

        var problem = assertProblem(
                fan.triesToHold(Map.of("seat_ids", fan.lastSeats(1)), TestFan.newKey()), 409, "hold-exists");
        assertThat(problem.path("hold_id").asString()).isEqualTo(hold.holdId().toString());
    }

    // --- orders

    @Test
    void anotherTotalThanExpectedIsToldAndNotCharged() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);
        Hold hold = fan.holds(1);
        Answer answer = fan.client()
                .order(event, fan.pass(), hold.holdId(), "pm_card_visa", BigDecimal.ONE, TestFan.newKey())
                .answer();

        var problem = assertProblem(answer, 409, "price-changed");
        assertThat(problem.path("total_amount").decimalValue())
                .isEqualByComparingTo(fan.quote(hold).total());
        assertThat(fan.look(hold).status()).isEqualTo("ACTIVE");
    }

    @Test
    void aStepWithTheBankIsNotAvailableYet() throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);

        assertProblem(fan.pays(fan.holds(1), "pm_card_authenticationRequired"), 422, "not-available-yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4242424242424242", "4242 4242 4242 4242", "pm_4242424242424242"})
    void anythingLikeACardNumberIsRefused(String card) throws Exception {
        TestFan fan = TestFan.admitted(fleet, event);

        assertProblem(fan.pays(fan.holds(1), card), 422, "card-number-refused");
    }

    // --- scans and webhooks

    @ParameterizedTest
    @ValueSource(strings = {"BX1.S.e30.AAAA", "BX1.R.e30.AAAA.12345678", "hello", "BX9.S.e30.AAAA", "BX1.S.%.%"})
    void aCodeThatIsNoneIsDenied(String code) throws Exception {
        Answer answer = fleet.client(fleet.scanner())
                .send(Call.post("scan", BoxofficeClient.events(event) + "/scans", Routes.scan(code)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("result").asString()).isEqualTo("DENIED");
        assertThat(answer.json().path("reason").asString()).isIn("bad-signature", "unknown");
    }

    @Test
    void aWebhookIsBelievedByItsSignatureAlone() throws Exception {
        String body = "{\"id\":\"evt_%s\",\"object\":\"event\",\"type\":\"nothing.known\",\"data\":{\"object\":{}}}"
                .formatted(TestFan.newKey());
        String secret = fleet.credentials().provider().webhookSecret();
        long now = Instant.now().getEpochSecond();

        assertProblem(webhook(body, null), 400, "bad-signature");
        assertProblem(webhook(body, "t=1,v1=00"), 400, "bad-signature");
        assertProblem(webhook(body, Webhooks.signature("wrong", now, body)), 400, "bad-signature");
        assertProblem(webhook(body, Webhooks.signature(secret, now - 900, body)), 400, "bad-signature");
        assertProblem(webhook(body + " ", Webhooks.signature(secret, now, body)), 400, "bad-signature");
        assertThat(webhook(body, Webhooks.signature(secret, now, body)).status())
                .isEqualTo(200);
        assertThat(webhook(body, Webhooks.signature(secret, now, body)).status())
                .isEqualTo(200);
    }

    private Answer webhook(String body, String signature) throws Exception {
        Call call = new Call(
                "webhook", "POST", "/api/v1/webhooks/payments", Map.of("Content-Type", "application/json"), body);
        return organizer.anonymously(call.with("Stripe-Signature", signature));
    }

    private Answer create(String path, Map<String, Object> body) throws Exception {
        return organizer.send(Call.post("create", path, body).with("Idempotency-Key", TestFan.newKey()));
    }

    private Answer join(Map<String, Object> body) throws Exception {
        return fleet.client(fleet.newFan())
                .send(Call.post("join", BoxofficeClient.events(event) + "/queue/entries", body));
    }

    private Map<String, Object> eventBody() {
        return Stage.eventBody("Bad values", venue, 60, Instant.now());
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }
}
