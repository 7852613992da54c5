package io.boxoffice.e2e;

import static io.boxoffice.e2e.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Mailbox;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.demo.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One fan's way through everything, each answer read word for word. */
@ExtendWith(FleetExtension.class)
@TestInstance(PER_CLASS)
class JourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestFleet fleet;
    private Stage.Show show;
    private UUID event;

    @BeforeAll
    void anEventIsOnSale(TestFleet fleet) throws Exception {
        this.fleet = fleet;
        this.show = fleet.onSale("Journey", 60);
        this.event = show.event();
    }

    @Test
    void aFanQueuesHoldsPaysAndWalksIn() throws Exception {
        Person person = fleet.newFan();
        BoxofficeClient client = fleet.client(person);
        Device device = TestFan.newDevice();

        Answer joined = TestFan.answered(() -> client.join(event, device).answer(), "event-not-found");
        assertThat(joined.status()).isEqualTo(201);
        Shape.of(joined.json())
                .uuid("entry_id")
                .text("queue_token")
                .is("state", "QUEUED", "ADMITTED")
                .integer("join_number", "position", "queue_size", "poll_after_seconds")
                .integer("estimated_wait_seconds", "wait_low_seconds", "wait_high_seconds")
                .absent("access_token");
        Answer again = client.join(event, device).answer();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("join_number")).isEqualTo(joined.json().path("join_number"));

        TestFan fan = TestFan.admitted(fleet, event, person, device);
        Answer place = TestFan.answered(
                () -> client.place(event, fan.queueToken(), device).answer(), "poll-too-soon");
        Shape.of(place.json()).is("state", "ADMITTED").text("access_token").time("access_expires_at");
        assertThat(place.json().path("access_token").asString())
                .isEqualTo(fan.pass().accessToken());

        looksAround(fan);
        Hold hold = holds(fan);
        Order order = buys(fan, hold);
        List<String> codes = getsTicketsAndMail(fan, order);
        walksIn(codes);
    }

    private void looksAround(TestFan fan) throws Exception {
        Answer queue = fan.client().anonymously(Call.get("queue", BoxofficeClient.events(event) + "/queue"));
        Shape.of(queue.json())
                .is("state", "OPEN")
                .time("opens_at")
                .integer("serving", "queue_size", "admission_rate_per_minute")
                .list("price_tiers");
        Shape.of(queue.json().path("poll_policy")).integer("far_seconds", "near_seconds", "near_positions");

        Answer map = fan.client().seatMap(event, null);
        assertThat(map.json().path("event_id").asString()).isEqualTo(event.toString());
        Shape.of(map.json()).list("sections");
        var section = map.json().path("sections").path(0);
        Shape.of(section)
                .text("section", "gate")
                .is("kind", "SEATED")
                .decimal("price")
                .list("rows");
        Shape.of(section.path("rows").path(0)).text("row").list("seats");
        Shape.of(section.path("rows").path(0).path("seats").path(0))
                .text("seat_id")
                .decimal("x", "y")
                .list("flags");
        String etag = map.header("ETag").orElseThrow();
        assertThat(etag).as("a strong tag").startsWith("\"");
        assertThat(fan.client().seatMap(event, etag).status()).isEqualTo(304);

        Answer availability = fan.client().availability(event).answer();
        Shape.of(availability.json())
                .uuid("event_id")
                .integer("version")
                .time("as_of")
                .list("sections");
        var counts = availability.json().path("sections").path(0);
        Shape.of(counts).text("section", "seats").integer("available", "reserved", "purchased", "not_for_sale");
        assertThat(counts.path("seats").asString()).matches("[ARPX]+");
    }

    private Hold holds(TestFan fan) throws Exception {
        var body = Map.of("seat_ids", fan.freeSeats().subList(0, 2));
        String key = TestFan.newKey();
        Answer first = fan.triesToHold(body, key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Shape.of(first.json())
                .uuid("hold_id", "event_id")
                .is("status", "ACTIVE")
                .list("seats")
                .decimal("subtotal")
                .is("currency", "EUR")
                .time("expires_at");
        Shape.of(first.json().path("seats").path(0))
                .text("seat_id", "section", "row", "seat_number")
                .decimal("price");
        String path = BoxofficeClient.events(event) + "/holds/"
                + first.json().path("hold_id").asString();
        assertThat(first.header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith(path));

        Answer replayed = fan.triesToHold(body, key);
        assertThat(replayed.status()).isEqualTo(201);
        assertThat(replayed.header("Idempotency-Replayed")).hasValue("true");
        assertThat(replayed.json()).isEqualTo(first.json());
        assertProblem(
                fan.triesToHold(Map.of("seat_ids", fan.freeSeats().subList(9, 10)), key),
                422,
                "idempotency-key-reused");
        return Json.read(first.body(), Hold.class);
    }

    private Order buys(TestFan fan, Hold hold) throws Exception {
        Answer quote = fan.client().quote(event, fan.pass(), hold.holdId()).answer();
        Shape.of(quote.json()).list("fees").decimal("tax", "total").is("currency", "EUR");
        Shape.of(quote.json().path("fees").path(0)).text("name").decimal("amount");
        BigDecimal total = quote.json().path("total").decimalValue();
        // 2 × 120.00, 10 % and 1.50 a ticket, 2.00 an order, 19 % on top
        assertThat(total).isEqualByComparingTo("320.11");

        String key = TestFan.newKey();
        Answer first = fan.client()
                .order(event, fan.pass(), hold.holdId(), "pm_card_visa", total, key)
                .answer();
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Shape.of(first.json())
                .uuid("order_id", "event_id", "hold_id")
                .is("status", "CONFIRMED")
                .decimal("total_amount")
                .is("currency", "EUR")
                .list("items", "fees")
                .time("created_at");
        Shape.of(first.json().path("items").path(0))
                .text("seat_id", "section", "row", "seat_number")
                .is("status", "ACTIVE")
                .decimal("price");
        assertThat(first.json().path("total_amount").decimalValue()).isEqualByComparingTo(total);

        Answer replayed = fan.client()
                .order(event, fan.pass(), hold.holdId(), "pm_card_visa", total, key)
                .answer();
        assertThat(replayed.status()).isEqualTo(201);
        assertThat(replayed.header("Idempotency-Replayed")).hasValue("true");
        assertThat(replayed.json()).isEqualTo(first.json());

        Order order = Json.read(first.body(), Order.class);
        assertThat(fan.look(hold).status()).isEqualTo("PURCHASED");
        Answer list = fan.client().send(Call.get("orders", "/api/v1/orders"));
        assertThat(list.json().path("items").path(0).path("order_id").asString())
                .isEqualTo(order.orderId().toString());
        await().atMost(PATIENCE)
                .until(() -> fan.client().order(order.orderId()).value().status(), "CAPTURED"::equals);
        return order;
    }

    private List<String> getsTicketsAndMail(TestFan fan, Order order) throws Exception {
        Answer tickets = fan.client().tickets(event).answer();
        assertThat(tickets.json().path("items").size()).isEqualTo(2);
        Shape.of(tickets.json().path("items").path(0))
                .uuid("ticket_id", "event_id", "order_id")
                .text("section", "row", "seat_number")
                .is("status", "VALID")
                .integer("generation");

        List<String> codes = codes(fan.person().email(), "order-confirmed:" + order.orderId());
        assertThat(codes).hasSize(2).allMatch(code -> code.startsWith("BX1.S."));
        return codes;
    }

    /** A receipt comes, too, and may come first. */
    private List<String> codes(String email, String cause) throws Exception {
        Mailbox mail = fleet.mail();
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            for (var letter : mail.to(email)) {
                                if (mail.cause(letter.id()).equals(cause)) {
                                    return mail.codes(letter.id());
                                }
                            }
                            return List.<String>of();
                        },
                        codes -> !codes.isEmpty());
    }

    private void walksIn(List<String> codes) throws Exception {
        Map<String, Object> scan = Routes.scan(codes.getFirst());
        Answer first = scan(scan);
        assertThat(first.json().path("result").asString()).as(first.body()).isEqualTo("ADMITTED");
        Shape.of(first.json()).uuid("ticket_id").text("seat").integer("entry");
        assertThat(first.json().path("seat").asString()).startsWith("Floor/");
        assertThat(first.json().path("entry").asInt()).isEqualTo(1);
        assertThat(scan(scan).json()).as("the same nonce").isEqualTo(first.json());

        Answer second = scan(Routes.scan(codes.getFirst()));
        assertThat(second.json().path("result").asString()).isEqualTo("DENIED");
        assertThat(second.json().path("reason").asString()).isEqualTo("already-used");
        assertThat(scan(Routes.scan(codes.getLast())).json().path("result").asString())
                .isEqualTo("ADMITTED");
    }

    private Answer scan(Map<String, Object> body) throws Exception {
        return fleet.client(fleet.scanner()).send(Call.post("scan", BoxofficeClient.events(event) + "/scans", body));
    }
}
