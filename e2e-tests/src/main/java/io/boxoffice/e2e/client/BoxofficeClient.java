package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.Entry;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.Order;
import io.boxoffice.e2e.client.model.Quote;
import io.boxoffice.e2e.client.model.Scan;
import io.boxoffice.e2e.client.model.Ticket;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person at the gateway, from one address. */
public final class BoxofficeClient {

    private final Exchange exchange;
    private final String bearer;
    private final String address;
    private final Clearances clearances = new Clearances(this::asMyself);

    /** A person with a token, seen by the platform under an address. */
    public BoxofficeClient(Exchange exchange, String bearer, String address) {
        this.exchange = exchange;
        this.bearer = bearer;
        this.address = address;
    }

    /** Sends a call of one's own making as this person, who solves the challenges that come up. */
    public Answer send(Call call) throws IOException, InterruptedException {
        return clearances.send(call);
    }

    private Answer asMyself(Call call) throws IOException, InterruptedException {
        return anonymously(call.with("Authorization", "Bearer " + bearer));
    }

    /** Sends a call of one's own making from this person's address, without their token. */
    public Answer anonymously(Call call) throws IOException, InterruptedException {
        Call accepting = call.headers().containsKey("Accept") ? call : call.with("Accept", "application/json");
        return exchange.send(accepting.with("X-Forwarded-For", address));
    }

    /** Joins the queue. */
    public Reply<Entry> join(UUID event, Device device) throws IOException, InterruptedException {
        var body = Map.of("device_id", device.id(), "secret_hash", device.secretHash());
        return Reply.of(send(Call.post("join", events(event) + "/queue/entries", body)), Entry.class);
    }

    /** Looks at one's place, with queue token and secret alone; an admission that waits for a challenge is claimed by solving it. */
    public Reply<Entry> place(UUID event, String queueToken, Device device) throws IOException, InterruptedException {
        Call poll = proven(Call.get("poll", events(event) + "/queue/entries/me"), queueToken, device);
        Answer answer = anonymously(poll);
        if (answer.ok() && answer.json().path("challenge_required").asBoolean(false)) {
            var clearance = clearances.earn(new Clearances.Need("join", event.toString(), device.id()));
            if (clearance.isPresent()) {
                answer = anonymously(poll.with("X-Clearance", clearance.get()));
            }
        }
        return Reply.of(answer, Entry.class);
    }

    /** Leaves the queue or the shop. */
    public Answer leave(UUID event, String queueToken, Device device) throws IOException, InterruptedException {
        Call leave = Call.delete("leave", events(event) + "/queue/entries/me");
        return anonymously(proven(leave, queueToken, device));
    }

    /** How the lobby's draw is, or was, held. */
    public Answer draw(UUID event) throws IOException, InterruptedException {
        return anonymously(Call.get("draw", events(event) + "/queue/draw"));
    }

    /** Everybody who took part in the draw, line by line. */
    public Answer participants(UUID event) throws IOException, InterruptedException {
        return anonymously(Call.get("draw-participants", events(event) + "/queue/draw/participants")
                .with("Accept", "application/x-ndjson, application/problem+json"));
    }

    /** The layout; 304 where the tag known is still right. */
    public Answer seatMap(UUID event, @Nullable String etag) throws IOException, InterruptedException {
        return anonymously(Call.get("seat-map", events(event) + "/seat-map").with("If-None-Match", etag));
    }

    /** Which seats are free. */
    public Reply<Availability> availability(UUID event) throws IOException, InterruptedException {
        return Reply.of(anonymously(Call.get("availability", events(event) + "/availability")), Availability.class);
    }

    /** Holds named seats. */
    public Reply<Hold> hold(UUID event, AccessPass pass, List<String> seats, String key)
            throws IOException, InterruptedException {
        return hold(event, pass, Map.of("seat_ids", seats), key);
    }

    /** Holds what the platform finds best for so many, side by side. */
    public Reply<Hold> holdBest(UUID event, AccessPass pass, int quantity, String key)
            throws IOException, InterruptedException {
        return hold(event, pass, Map.of("best_available", Map.of("quantity", quantity)), key);
    }

    private Reply<Hold> hold(UUID event, AccessPass pass, Map<String, Object> wish, String key)
            throws IOException, InterruptedException {
        Call call = Call.post("hold", events(event) + "/holds", wish);
        return Reply.of(send(shown(call, pass).with("Idempotency-Key", key)), Hold.class);
    }

    /** Looks at a hold. */
    public Reply<Hold> hold(UUID event, UUID hold) throws IOException, InterruptedException {
        return Reply.of(send(Call.get("hold-look", holds(event, hold))), Hold.class);
    }

    /** Gives the seats back. */
    public Answer release(UUID event, UUID hold) throws IOException, InterruptedException {
        return send(Call.delete("release", holds(event, hold)));
    }

    /** What the hold costs. */
    public Reply<Quote> quote(UUID event, AccessPass pass, UUID hold) throws IOException, InterruptedException {
        return Reply.of(send(shown(Call.get("quote", holds(event, hold) + "/quote"), pass)), Quote.class);
    }

    /** Buys what is held. */
    public Reply<Order> order(UUID event, AccessPass pass, UUID hold, String card, BigDecimal total, String key)
            throws IOException, InterruptedException {
        var body = Map.of("hold_id", hold, "payment_method", card, "expected_total", total);
        Call call = Call.post("order", events(event) + "/orders", body);
        return Reply.of(send(shown(call, pass).with("Idempotency-Key", key)), Order.class);
    }

    /** Looks at an order. */
    public Reply<Order> order(UUID order) throws IOException, InterruptedException {
        return Reply.of(send(Call.get("order-look", "/api/v1/orders/" + order)), Order.class);
    }

    /** Own tickets of an event. */
    public Reply<Ticket.Page> tickets(UUID event) throws IOException, InterruptedException {
        return Reply.of(send(Call.get("tickets", events(event) + "/tickets")), Ticket.Page.class);
    }

    /** Holds a code under the scanner. */
    public Reply<Scan.Result> scan(UUID event, Scan scan) throws IOException, InterruptedException {
        return Reply.of(send(Call.post("scan", events(event) + "/scans", scan)), Scan.Result.class);
    }

    /** The path of an event. */
    public static String events(UUID event) {
        return "/api/v1/events/" + event;
    }

    private static String holds(UUID event, UUID hold) {
        return events(event) + "/holds/" + hold;
    }

    private static Call proven(Call call, String queueToken, Device device) {
        return call.with("X-Queue-Token", queueToken).with("X-Queue-Secret", device.secret());
    }

    private static Call shown(Call call, AccessPass pass) {
        return call.with("X-Access-Token", pass.accessToken()).with("X-Device-Id", pass.deviceId());
    }
}
