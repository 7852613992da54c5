package io.boxoffice.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Quote;
import io.boxoffice.e2e.client.model.SeatMap;
import io.boxoffice.e2e.client.model.Ticket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/** A fan of a test, let in to an event. */
record TestFan(Person person, BoxofficeClient client, Device device, UUID event, String queueToken, AccessPass pass) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Joins and waits until the access token is there. */
    static TestFan admitted(TestFleet fleet, UUID event) throws Exception {
        Person person = fleet.newFan();
        return admitted(fleet, event, person, newDevice());
    }

    static TestFan admitted(TestFleet fleet, UUID event, Person person, Device device) {
        BoxofficeClient client = fleet.client(person);
        Entry joined = joined(client, event, device);
        AccessPass pass = await().atMost(PATIENCE)
                .pollDelay(Duration.ofMillis(200))
                .pollInterval(Duration.ofMillis(1_100))
                .until(() -> place(client, event, joined.queueToken(), device), entry -> entry.accessToken() != null)
                .accessToken()
                .transform(token -> new AccessPass(token, device.id()));
        return new TestFan(person, client, device, event, joined.queueToken(), pass);
    }

    /** A queue hears of a new event in its own time. */
    static Entry joined(BoxofficeClient client, UUID event, Device device) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> client.join(event, device), reply -> reply instanceof Reply.Got)
                .value();
    }

    /** Too soon is no error of a test: it asks again. */
    private static Entry place(BoxofficeClient client, UUID event, String token, Device device)
            throws IOException, InterruptedException {
        return switch (client.place(event, token, device)) {
            case Reply.Got<Entry>(var entry, var _) -> entry;
            case Reply.Refused<Entry> refused
            when refused.problem().status() == 429 ->
                new Entry(event, token, "QUEUED", 0, null, null, null, null, null, 1, null, null, null, null);
            case Reply.Refused<Entry> refused -> refused.value();
        };
    }

    static Device newDevice() {
        var random = new SplittableRandom(ThreadLocalRandom.current().nextLong());
        return Device.random("test-" + UUID.randomUUID(), random);
    }

    /** Seats free now, in the order of the map. */
    List<String> freeSeats() throws IOException, InterruptedException {
        SeatMap map = Json.read(client.seatMap(event, null).body(), SeatMap.class);
        Availability free = client.availability(event).value();
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < map.sections().size(); i++) {
            String letters = free.sections().get(i).seats();
            List<String> ids = map.sections().get(i).rows().stream()
                    .flatMap(row -> row.seats().stream())
                    .map(SeatMap.Seat::seatId)
                    .toList();
            for (int at = 0; at < ids.size(); at++) {
                if (letters.charAt(at) == 'A') {
                    seats.add(ids.get(at));
                }
            }
        }
        return seats;
    }

    /** Holds that many seats side by side, which ones is the platform's choice. */
    Hold holds(int quantity) throws IOException, InterruptedException {
        return client.holdBest(event, pass, quantity, newKey()).value();
    }

    /** Holds the best seats of the floor, whose gate is A. */
    Hold holdsBest(int quantity) throws IOException, InterruptedException {
        var wish = Map.of("quantity", quantity, "section", "Floor", "adjacent", true);
        Answer answer = triesToHold(Map.of("best_available", wish), newKey());
        return Reply.of(answer, Hold.class).value();
    }

    /** Buys the best seats of the floor, and waits until the money is taken. */
    Order buys(int quantity) throws IOException, InterruptedException {
        return buys(holdsBest(quantity));
    }

    /** Buys what is held, and waits until the money is taken. */
    Order buys(Hold hold) throws IOException, InterruptedException {
        Order order = Reply.of(pays(hold, "pm_card_visa"), Order.class).value();
        return captured(order.orderId());
    }

    /** An order once its money is taken. */
    Order captured(UUID order) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> client.order(order).value(),
                        bought -> bought.status().equals("CAPTURED"));
    }

    /** Own tickets of an order, as soon as there are any. */
    List<Ticket> tickets(UUID order) throws IOException, InterruptedException {
        return client.tickets(event).value().items().stream()
                .filter(ticket -> order.equals(ticket.orderId()))
                .toList();
    }

    /** The code of a ticket as the app shows it now. */
    String code(UUID ticket) throws IOException, InterruptedException {
        Call call =
                Call.post("credential", BoxofficeClient.events(event) + "/tickets/" + ticket + "/credential", Map.of());
        Answer answer = client.send(call);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("code").asString();
    }

    /** Seats that nobody is likely to have: the last of the map. */
    List<String> lastSeats(int quantity) throws IOException, InterruptedException {
        List<String> seats = freeSeats();
        return seats.subList(seats.size() - quantity, seats.size());
    }

    Quote quote(Hold hold) throws IOException, InterruptedException {
        return client.quote(event, pass, hold.holdId()).value();
    }

    /** Tries to buy a hold for what it costs. */
    Answer pays(Hold hold, String card) throws IOException, InterruptedException {
        return client.order(event, pass, hold.holdId(), card, quote(hold).total(), newKey())
                .answer();
    }

    Hold look(Hold hold) throws IOException, InterruptedException {
        return client.hold(event, hold.holdId()).value();
    }

    /** A call with this fan's pass. */
    Call shown(Call call) {
        return call.with("X-Access-Token", pass.accessToken()).with("X-Device-Id", device.id());
    }

    /** A hold of a given body with a given key, as it is answered. */
    Answer triesToHold(Map<String, ?> body, String key) throws IOException, InterruptedException {
        Call call = Call.post("hold", BoxofficeClient.events(event) + "/holds", body);
        return client.send(shown(call).with("Idempotency-Key", key));
    }

    /** The first answer that is not that refusal, such as one about an event not heard of yet. */
    static Answer answered(Callable<Answer> call, String notThis) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(call, answer -> answer.ok() || !answer.problem().code().equals(notThis));
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }
}
