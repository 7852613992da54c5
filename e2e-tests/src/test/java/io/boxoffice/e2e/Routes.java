package io.boxoffice.e2e;

import static io.boxoffice.e2e.Route.Who.ANYBODY;
import static io.boxoffice.e2e.Route.Who.FAN;
import static io.boxoffice.e2e.Route.Who.OPS;
import static io.boxoffice.e2e.Route.Who.ORGANIZER;
import static io.boxoffice.e2e.Route.Who.QUEUE;
import static io.boxoffice.e2e.Route.Who.SCANNER;
import static io.boxoffice.e2e.Route.Who.SUPPORT;
import static io.boxoffice.e2e.Route.delete;
import static io.boxoffice.e2e.Route.get;
import static io.boxoffice.e2e.Route.patch;
import static io.boxoffice.e2e.Route.post;
import static io.boxoffice.e2e.Route.put;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.SeatLine;
import io.boxoffice.e2e.demo.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every path there is, around one event with a fan let in, somebody else's hold and somebody else's order. */
final class Routes {

    final TestFleet fleet;
    final Stage.Show show;
    final Person organizer;
    final Person scanner;
    final Person operator;
    final Person support;
    final TestFan fan;
    final String venueId;
    final Hold othersHold;
    final UUID othersOrder;
    private final List<String> seats;

    Routes(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.show = fleet.onSale("Bad input", 40);
        this.organizer = fleet.organizer(1);
        this.scanner = fleet.scanner();
        this.operator = fleet.operator();
        this.support = fleet.support();
        this.fan = TestFan.admitted(fleet, show.event());
        this.venueId = fleet.client(organizer)
                .send(Call.get("event", "/api/v1/events/" + show.event()))
                .json()
                .path("venue_id")
                .asString();
        TestFan buyer = TestFan.admitted(fleet, show.event());
        this.othersOrder = Json.read(buyer.pays(buyer.holds(1), "pm_card_visa").body(), Order.class)
                .orderId();
        TestFan other = TestFan.admitted(fleet, show.event());
        this.othersHold = other.holds(2);
        List<String> taken = othersHold.seats().stream().map(SeatLine::seatId).toList();
        this.seats =
                fan.freeSeats().stream().filter(seat -> !taken.contains(seat)).toList();
    }

    /** All of them. */
    List<Route> all() {
        String event = "/api/v1/events/" + show.event();
        String someone = event + "/holds/" + othersHold.holdId();
        return List.of(
                get("/api/v1/venues", ANYBODY),
                post("/api/v1/venues", ORGANIZER)
                        .taking(
                                Stage.venueBody("Bad input", 20),
                                Map.of("name", Map.of("a", 1), "address", "x", "time_zone", List.of(), "sections", "x"))
                        .withKey(),
                post("/api/v1/events", ORGANIZER)
                        .taking(
                                Stage.eventBody("Bad input", venueId, 40, Instant.now()),
                                Map.of(
                                        "venue_id", "no-uuid",
                                        "date", "tomorrow",
                                        "pricing_tiers", "x",
                                        "ticket_limit", "many",
                                        "fees", 5,
                                        "sale_dates", List.of()))
                        .withKey(),
                get("/api/v1/events", ANYBODY),
                get("/api/v1/venues/" + venueId, ANYBODY),
                get(event, ANYBODY),
                patch(event, ORGANIZER)
                        .taking(
                                Map.of("name", "Bad input"),
                                Map.of("name", 5, "ticket_limit", "many", "fees", List.of())),
                post(event + "/publish", ORGANIZER),
                post(event + "/cancel", ORGANIZER),
                post(event + "/postpone", ORGANIZER),
                post(event + "/presale-codes", ORGANIZER)
                        .taking(Map.of("count", 1), Map.of("count", "many"))
                        .withKey(),
                post(event + "/queue/entries", FAN)
                        .taking(join(), Map.of("device_id", Map.of("a", 1), "secret_hash", 5)),
                get(event + "/queue/entries/me", QUEUE),
                delete(event + "/queue/entries/me", QUEUE),
                get(event + "/queue", ANYBODY),
                get("/api/v1/ops" + event.substring("/api/v1".length()) + "/queue", OPS),
                get("/api/v1/ops" + event.substring("/api/v1".length()) + "/queue/audit", OPS),
                put("/api/v1/ops" + event.substring("/api/v1".length()) + "/queue", OPS)
                        .taking(Map.of("mode", "AUTO"), Map.of("mode", 5, "rate_per_minute", "fast", "message", 1)),
                post("/api/v1/challenges", FAN)
                        .taking(
                                Map.of("purpose", "join", "event_id", show.event(), "type", "pow"),
                                Map.of("purpose", "refund", "event_id", "no-uuid", "type", 5, "device_id", List.of())),
                post("/api/v1/challenges/" + UUID.randomUUID() + "/solutions", FAN)
                        .taking(Map.of("number", 1), Map.of("number", "one")),
                get(event + "/seat-map", ANYBODY),
                get(event + "/availability", ANYBODY),
                post(event + "/holds", FAN)
                        .taking(Map.of("seat_ids", List.of(seats.getFirst())), Map.of("seat_ids", "all of them"))
                        .withKey()
                        .withPass(),
                get(someone, FAN),
                delete(someone, FAN),
                get(someone + "/quote", FAN).withPass(),
                post(event + "/orders", FAN)
                        .taking(
                                Map.of(
                                        "hold_id",
                                        othersHold.holdId(),
                                        "payment_method",
                                        "pm_card_visa",
                                        "expected_total",
                                        100),
                                Map.of(
                                        "hold_id", "no-uuid",
                                        "payment_method", List.of(),
                                        "expected_total", "cheap"))
                        .withKey()
                        .withPass(),
                get("/api/v1/orders", FAN),
                get("/api/v1/orders/" + othersOrder, FAN),
                get("/api/v1/orders/" + othersOrder + "/receipt.pdf", FAN),
                get(event + "/orders/" + othersOrder + "/tickets.pdf", FAN),
                post("/api/v1/orders/" + othersOrder + "/refunds", SUPPORT)
                        .taking(
                                Map.of("reason", "Bad input"),
                                Map.of("reason", 5, "seat_ids", "all", "include_fees", "perhaps", "force", List.of()))
                        .withKey(),
                get("/api/v1/payment-config", ANYBODY),
                post("/api/v1/webhooks/payments", ANYBODY),
                get(event + "/tickets", FAN),
                get("/api/v1/tickets", FAN),
                post(event + "/tickets/" + UUID.randomUUID() + "/credential", FAN)
                        .taking(Map.of("public_key", "x"), Map.of("public_key", List.of())),
                get("/api/v1/resale/listings", ANYBODY),
                post("/api/v1/resale/listings", FAN)
                        .taking(
                                Map.of(
                                        "event_id", show.event(),
                                        "ticket_ids", List.of(UUID.randomUUID()),
                                        "price_each", 10),
                                Map.of("event_id", "no-uuid", "ticket_ids", "all", "price_each", "cheap"))
                        .withKey(),
                delete("/api/v1/resale/listings/" + UUID.randomUUID(), FAN),
                post("/api/v1/resale/listings/" + UUID.randomUUID() + "/purchase", FAN)
                        .taking(
                                Map.of("payment_method", "pm_card_visa", "expected_total", 10),
                                Map.of("payment_method", List.of(), "expected_total", "cheap"))
                        .withKey(),
                put(event + "/notify-me", FAN)
                        .taking(Map.of("kinds", List.of("SEATS_AVAILABLE")), Map.of("kinds", "all")),
                get("/api/v1/analytics" + event.substring("/api/v1".length()) + "/summary", ORGANIZER),
                get(
                        "/api/v1/analytics" + event.substring("/api/v1".length()) + "/timeseries?metric=tickets",
                        ORGANIZER),
                get("/api/v1/scan-keys", ANYBODY),
                post(event + "/scans", SCANNER)
                        .taking(
                                scan("BX1.S.e30.AAAA"),
                                Map.of("code", Map.of(), "scanned_at", "now", "gate", List.of())));
    }

    Stream<Route> where(Predicate<Route> which) {
        return all().stream().filter(which);
    }

    /** A good call of a route by its own kind of person, with another body. */
    Call call(Route route, String body) {
        Call call = new Call("bad-input", route.method(), route.path(), Map.of(), body)
                .with("Content-Type", "application/json");
        return dressed(route, call);
    }

    /** A good call of a route. */
    Call call(Route route) {
        return route.takesBody()
                ? call(route, Json.write(route.body()))
                : dressed(route, new Call("bad-input", route.method(), route.path(), Map.of(), null));
    }

    String bearer(Route route) {
        return switch (route.who()) {
            case ORGANIZER -> organizer.accessToken();
            case SCANNER -> scanner.accessToken();
            case OPS -> operator.accessToken();
            case SUPPORT -> support.accessToken();
            case FAN, QUEUE, ANYBODY -> fan.person().accessToken();
        };
    }

    private Call dressed(Route route, Call call) {
        Call dressed = route.keyed() ? call.with("Idempotency-Key", TestFan.newKey()) : call;
        if (route.path().endsWith(".pdf")) {
            dressed = dressed.with("Accept", "application/pdf");
        }
        if (route.who() == QUEUE) {
            dressed = dressed.with("X-Queue-Token", fan.queueToken())
                    .with("X-Queue-Secret", fan.device().secret());
        }
        return route.pass() ? fan.shown(dressed) : dressed;
    }

    static Map<String, Object> join() {
        Device device = TestFan.newDevice();
        return Map.of("device_id", device.id(), "secret_hash", device.secretHash());
    }

    static Map<String, Object> scan(String code) {
        return Map.of(
                "code",
                code,
                "gate",
                "A",
                "device_id",
                "scanner-device",
                "scanned_at",
                Instant.now().toString(),
                "nonce",
                TestFan.newKey(),
                "direction",
                "IN");
    }
}
