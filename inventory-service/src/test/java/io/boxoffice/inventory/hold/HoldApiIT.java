package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestIssuer;
import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Heard;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Shows;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@InventoryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldApiIT {
    private final UUID fan = UUID.randomUUID();

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    Heard heard;

    @Autowired
    Sweeps sweeps;

    private Shows.Show queued;

    @BeforeAll
    void anEventWithAQueue() {
        var plan = shows.plan(4, 10);
        plan.put("waiting_room", Map.of("mode", "FIFO", "lobby_minutes", 0));
        queued = shows.onSale(plan);
    }

    @Test
    void aHoldHasItsSeatsPricesAndTime() {
        var show = shows.onSale(1, 10);
        var held = api.hold(fan, show.id(), show.seats().subList(3, 5));
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(held.header("Location")).isEqualTo("/api/v1/events/" + show.id() + "/holds/" + held.text("hold_id"));
        assertThat(held.text("status")).isEqualTo("ACTIVE");
        assertThat(held.body().path("subtotal").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(held.raw().body()).contains("\"price\":50.00");
        assertThat(held.text("currency")).isEqualTo("EUR");
        assertThat(held.body().at("/seats/0/seat_number").asString()).isEqualTo("4");
        assertThat(Instant.parse(held.text("expires_at")))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(11)));
        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id")).body()).isEqualTo(held.body());
        var told = heard.one("SeatsHeld", show.id());
        assertThat(told.data().path("seats")).isEqualTo(held.body().path("seats"));
        assertThat(told.subject()).isEqualTo(held.text("hold_id"));
        assertThat(told.data().has("session_id")).isFalse();
    }

    @Test
    void takenSeatsAreRefusedWithTheNearestInstead() {
        var show = shows.onSale(2, 10);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(4, 5));
        var refused = api.hold(fan, show.id(), show.seats().subList(4, 6));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("seat-taken");
        assertThat(refused.body().path("taken").size()).isEqualTo(1);
        assertThat(refused.body().at("/taken/0").asString())
                .isEqualTo(show.seats().get(4).toString());
        assertThat(refused.body().path("alternatives").size()).isEqualTo(3);
        assertThat(refused.body().at("/alternatives/0").size()).isEqualTo(2);
        assertThat(refused.body().at("/alternatives/0/0/row").asString()).isEqualTo("A");
        assertThat(refused.body().at("/alternatives/0/0/seat_number").asString())
                .isEqualTo("6");
        assertThat(show.statusOf(show.seats().get(5))).isEqualTo("AVAILABLE");
    }

    @Test
    void whatIsOfferedInsteadCanBeHeld() {
        var show = shows.onSale(1, 10);
        api.hold(UUID.randomUUID(), show.id(), show.seats().subList(4, 6));
        var refused = api.hold(fan, show.id(), show.seats().subList(5, 7));
        var offered = refused.body()
                .path("alternatives")
                .get(0)
                .valueStream()
                .map(seat -> UUID.fromString(seat.path("seat_id").asString()))
                .toList();
        assertThat(offered).isEqualTo(show.seats().subList(6, 8));
        assertThat(api.hold(fan, show.id(), offered).status()).isEqualTo(201);
    }

    @Test
    void aRepeatedKeyGivesTheStoredAnswerAndAnotherBodyIsRefused() {
        var show = shows.onSale(1, 10);
        var first = api.hold(fan, show.id(), show.seats().subList(0, 2), "key-1");
        var again = api.hold(fan, show.id(), show.seats().subList(0, 2), "key-1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = api.hold(fan, show.id(), show.seats().subList(2, 3), "key-1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aRefusalLeavesNothingBehindSoTheKeyCanBeUsedAgain() {
        var show = shows.onSale(1, 10);
        var rival = UUID.randomUUID();
        var rivals = api.hold(rival, show.id(), show.seats().subList(0, 1));
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 2), "key-2").code())
                .isEqualTo("seat-taken");
        api.release(rival, show.id(), rivals.id("hold_id"));
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 2), "key-2").status())
                .isEqualTo(201);
    }

    @Test
    void aFanHasOneLiveHoldAnEvent() {
        var show = shows.onSale(1, 10);
        var first = api.hold(fan, show.id(), show.seats().subList(0, 1));
        var second = api.hold(fan, show.id(), show.seats().subList(1, 2));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("hold-exists");
        assertThat(second.text("hold_id")).isEqualTo(first.text("hold_id"));
    }

    @Test
    void theTicketLimitCountsWhatIsBought() {
        var plan = shows.plan(1, 10);
        plan.put("ticket_limit", 3);
        var show = shows.onSale(plan);
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 4)).code()).isEqualTo("ticket-limit");
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        var order = UUID.randomUUID();
        var checkout = api.checkout(show.id(), held.id("hold_id"), order, fan);
        api.confirm(
                show.id(),
                held.id("hold_id"),
                order,
                checkout.body().path("fence").asLong(),
                fan);
        var refused = api.hold(fan, show.id(), show.seats().subList(2, 4));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("ticket-limit");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(3);
        assertThat(refused.body().path("used").asInt()).isEqualTo(2);
        assertThat(api.hold(fan, show.id(), show.seats().subList(2, 3)).status())
                .isEqualTo(201);
    }

    @Test
    void nothingIsHeldBeforeTheSale() {
        var plan = shows.plan(1, 10);
        plan.put("sale_dates", Map.of("general", "2099-06-03T10:00:00Z"));
        var show = shows.onSale(plan);
        var refused = api.hold(fan, show.id(), show.seats().subList(0, 1));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("sale-not-open");
        assertThat(refused.text("opens_at")).isEqualTo("2099-06-03T10:00:00Z");
    }

    @Test
    void seatsOfAnotherEventAreUnknown() {
        var show = shows.onSale(1, 2);
        var refused = api.hold(fan, show.id(), List.of(show.seats().get(0), UUID.randomUUID()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("unknown-seat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{                                                   | 400 | malformed-json",
                "{}                                                  | 400 | validation-failed",
                "{\"seat_ids\":[]}                                   | 400 | validation-failed",
                "{\"seat_ids\":[null]}                               | 400 | validation-failed",
                "{\"seat_ids\":[\"x\"]}                              | 400 | validation-failed",
                "{\"seat_ids\":[7]}                                  | 400 | validation-failed",
                "{\"seat_ids\":\"x\"}                                | 400 | validation-failed",
                "{\"seats\":[]}                                      | 400 | validation-failed",
                "{\"seat_ids\":[\"0198f3a4-7c00-7000-8000-000000000001\",\"0198f3a4-7c00-7000-8000-000000000001\"]}|400|validation-failed",
                "{\"seat_ids\":[\"0198f3a4-7c00-7000-8000-000000000001\"]}|403|access-token-required",
            })
    void aWrongBodyIsNamed(String body, int status, String code) {
        var answer = api.send(api.as(fan, "FAN", "/api/v1/events/" + queued.id() + "/holds")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void theDoorIsClosedToWhoMayNotEnter() {
        var path = "/api/v1/events/" + queued.id() + "/holds";
        var body = Api.json(Map.of("seat_ids", queued.seats().subList(0, 1)));
        assertThat(api.send(api.request(path).POST(body)).status()).isEqualTo(401);
        assertThat(api.send(api.as(fan, "SCANNER", path).POST(body)).code()).isEqualTo("forbidden");
        assertThat(api.send(api.as(fan, "FAN", path).POST(body)).code()).isEqualTo("idempotency-key-required");
        assertThat(api.hold(fan, UUID.randomUUID(), queued.seats()).code()).isEqualTo("not-found");
        assertThat(api.lookAtHold(fan, queued.id(), UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.send(api.as(fan, "FAN", path + "/no-uuid").GET()).status())
                .isEqualTo(404);
        assertThat(api.send(api.as(fan, "FAN", path).PUT(body)).status()).isEqualTo(405);
        assertThat(api.send(api.as(fan, "FAN", "/internal/events/" + queued.id() + "/availability-counts")
                                .GET())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anAdmittedFanHoldsAndAnExpiredTokenStillRepeats() {
        var session = UUID.randomUUID();
        var seats = queued.seats().subList(5, 6);
        var good = TestIssuer.accessToken(
                queued.id(), fan, "phone", session, Instant.now().plusSeconds(600));
        var stale = TestIssuer.accessToken(
                queued.id(), fan, "phone", session, Instant.now().minusSeconds(60));
        assertThat(admitted(fan, seats, stale, "phone", "key-3").code()).isEqualTo("access-token-expired");
        assertThat(admitted(fan, seats, good, "tablet", "key-3").code()).isEqualTo("wrong-device");
        assertThat(admitted(UUID.randomUUID(), seats, good, "phone", "key-3").code())
                .isEqualTo("access-token-invalid");
        var held = admitted(fan, seats, good, "phone", "key-3");
        assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
        assertThat(heard.one("SeatsHeld", queued.id()).data().path("session_id").asString())
                .isEqualTo(session.toString());
        var repeat = admitted(fan, seats, stale, "phone", "key-3");
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(held.body());
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-03T10:00:00Z, FIFO, 201, ",
        "2020-06-03T10:00:00Z, LOBBY, 201, ",
        "2099-06-01T10:00:00Z, LOBBY, 409, 2099-06-01T10:00:00Z",
        ", LOBBY, 409, 2099-06-03T10:00:00Z"
    })
    void whomTheQueueLetsInDuringThePresaleHoldsSeats(@Nullable String presale, String mode, int status, String opens) {
        var plan = shows.plan(1, 10);
        var dates = new HashMap<>(Map.of("general", "2099-06-03T10:00:00Z"));
        dates.put("presale", presale);
        plan.put("sale_dates", dates);
        plan.put("waiting_room", Map.of("mode", mode, "lobby_minutes", 30));
        var show = shows.onSale(plan);
        var token = TestIssuer.accessToken(
                show.id(), fan, "phone", UUID.randomUUID(), Instant.now().plusSeconds(600));

        var answer = admitted(show, fan, show.seats().subList(0, 1), token, "phone", "key-4");

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("opens_at").asString(null)).isEqualTo(opens);
    }

    private Api.Answer admitted(UUID who, List<UUID> seats, String token, String device, String key) {
        return admitted(queued, who, seats, token, device, key);
    }

    private Api.Answer admitted(Shows.Show show, UUID who, List<UUID> seats, String token, String device, String key) {
        return api.send(api.as(who, "FAN", "/api/v1/events/" + show.id() + "/holds")
                .header("Idempotency-Key", key)
                .header("X-Access-Token", token)
                .header("X-Device-Id", device)
                .POST(Api.json(Map.of("seat_ids", seats))));
    }

    @Test
    void aFanGivesAHoldUpAndMayHoldAgain() {
        var show = shows.onSale(1, 10);
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        assertThat(api.release(UUID.randomUUID(), show.id(), held.id("hold_id")).status())
                .isEqualTo(404);
        assertThat(api.release(fan, show.id(), held.id("hold_id")).status()).isEqualTo(204);
        assertThat(api.release(fan, show.id(), held.id("hold_id")).status()).isEqualTo(204);
        var look = api.lookAtHold(fan, show.id(), held.id("hold_id"));
        assertThat(look.text("status")).isEqualTo("RELEASED");
        assertThat(look.text("cause")).isEqualTo("fan-released");
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 10)).status())
                .isEqualTo(201);
        var told = heard.one("SeatsReleased", show.id());
        assertThat(told.data().path("cause").asString()).isEqualTo("fan-released");
        assertThat(told.data().path("seats").size()).isEqualTo(2);
    }

    @Test
    void aHoldPastItsTimeIsSweptOnce() {
        var show = shows.onSale(1, 10);
        var held = api.hold(fan, show.id(), show.seats().subList(0, 2));
        show.lapse(held.id("hold_id"));
        assertThat(api.lookAtHold(fan, show.id(), held.id("hold_id")).text("status"))
                .isEqualTo("EXPIRED");
        sweeps.sweep();
        sweeps.sweep();
        assertThat(show.statusOf(show.seats().get(0))).isEqualTo("AVAILABLE");
        var look = api.lookAtHold(fan, show.id(), held.id("hold_id"));
        assertThat(look.text("status")).isEqualTo("EXPIRED");
        assertThat(look.text("cause")).isEqualTo("expired");
        assertThat(heard.one("SeatsReleased", show.id()).data().path("cause").asString())
                .isEqualTo("expired");
        assertThat(api.release(fan, show.id(), held.id("hold_id")).status()).isEqualTo(204);
    }

    @Test
    void seatsOfALapsedHoldAreSoldWithoutWaitingForTheSweep() {
        var show = shows.onSale(1, 10);
        var lapsed = api.hold(fan, show.id(), show.seats().subList(0, 3));
        show.lapse(lapsed.id("hold_id"));
        var next = api.hold(UUID.randomUUID(), show.id(), show.seats().subList(2, 4));
        assertThat(next.status()).as(next.raw().body()).isEqualTo(201);
        assertThat(show.statusOf(show.seats().get(0))).isEqualTo("AVAILABLE");
        assertThat(show.statusOf(show.seats().get(2))).isEqualTo("RESERVED");
        assertThat(api.lookAtHold(fan, show.id(), lapsed.id("hold_id")).text("status"))
                .isEqualTo("EXPIRED");
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 2)).status())
                .isEqualTo(201);
    }

    @Test
    void aSingleSeatIsNotLeftBehind() {
        var show = shows.onSale(2, 10);
        var refused = api.hold(fan, show.id(), show.seats().subList(1, 3));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("orphan-seat");
        assertThat(refused.body().path("seats").size()).isEqualTo(1);
        assertThat(refused.body().at("/seats/0").asString())
                .isEqualTo(show.seats().get(0).toString());
        assertThat(api.hold(fan, show.id(), show.seats().subList(0, 3)).status())
                .isEqualTo(201);
    }

    @Test
    void ofTheLastSeatsAnybodyTakesWhichTheyLike() {
        var show = shows.onSale(4, 10);
        for (int row = 0; row < 4; row++) {
            var rest = row < 3 ? 10 : 7;
            api.hold(UUID.randomUUID(), show.id(), show.seats().subList(row * 10, row * 10 + rest));
        }
        var middle = api.hold(fan, show.id(), show.seats().subList(38, 39));
        assertThat(middle.status()).as(middle.raw().body()).isEqualTo(201);
    }

    @Test
    void aFansOwnLapsedHoldIsNoObstacle() {
        var show = shows.onSale(1, 10);
        var lapsed = api.hold(fan, show.id(), show.seats().subList(0, 10));
        show.lapse(lapsed.id("hold_id"));
        assertThat(api.hold(fan, show.id(), show.seats().subList(5, 10)).status())
                .isEqualTo(201);
    }
}
