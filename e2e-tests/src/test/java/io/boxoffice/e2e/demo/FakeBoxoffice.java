package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import io.boxoffice.e2e.client.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The public contract in one object, as far as a crowd needs it: one section, one row, everybody is let in at the second look. */
final class FakeBoxoffice implements Exchange {

    private static final BigDecimal PRICE = new BigDecimal("10.00");

    final UUID event = UUID.randomUUID();
    final Map<String, String> seats = new LinkedHashMap<>();
    final Map<String, Integer> joinNumbers = new HashMap<>();
    final List<String> orders = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    private final Map<String, Held> holds = new HashMap<>();
    private final Map<String, Integer> polls = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<String, Answer> stored = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    final FakeAfterSale afterwards = new FakeAfterSale(this);

    private record Held(String id, String owner, List<String> seats, List<String> declines) {}

    FakeBoxoffice(int count) {
        IntStream.rangeClosed(1, count).forEach(seat -> seats.put("seat-" + seat, "A"));
    }

    @Override
    public synchronized Answer send(Call call) throws IOException {
        String key = call.headers().get("Idempotency-Key");
        if (key != null && stored.containsKey(key)) {
            return stored.get(key);
        }
        Answer answer = answered(call);
        if (key != null && answer.ok()) {
            stored.put(key, answer);
            // every answer to a purchase is lost once
            if (call.operation().equals("order") && lost.add(key)) {
                throw new IOException("connection reset");
            }
        }
        if (answer.status() >= 400) {
            problems.add(answer.problem().code());
        }
        return answer;
    }

    private Answer answered(Call call) {
        String who = call.headers().getOrDefault("Authorization", "");
        String last = call.path().substring(call.path().lastIndexOf('/') + 1);
        return switch (call.operation()) {
            case "join" -> {
                secrets.put(
                        who,
                        Json.tree(String.valueOf(call.body()))
                                .path("secret_hash")
                                .asString());
                yield place(201, who, false);
            }
            case "poll" -> poll(call);
            case "leave" -> answer(204, "");
            case "seat-map" -> map();
            case "availability" ->
                answer(200, Json.write(Map.of("event_id", event, "version", 1, "sections", List.of(counts()))));
            case "hold" ->
                hold(who, call.headers().getOrDefault("X-Access-Token", ""), Json.tree(String.valueOf(call.body())));
            case "hold-look" ->
                holds.containsKey(last) ? held(200, holds.get(last), "ACTIVE") : problem(404, "not-found");
            case "release" -> release(last);
            case "quote" -> quote(call.path().split("/")[6]);
            case "order" -> order(Json.tree(String.valueOf(call.body())));
            case "order-look" ->
                answer(
                        200,
                        orders.stream()
                                .filter(order -> order.contains(last))
                                .findFirst()
                                .orElse("{}"));
            case "tickets" -> tickets(who);
            case "list", "purchase", "credential", "refund", "refund-look", "scan" ->
                afterwards.answered(call.operation(), call, who);
            default -> problem(404, "not-found");
        };
    }

    private Answer poll(Call call) {
        String who = owners.getOrDefault(call.headers().get("X-Queue-Token"), "");
        Device device = new Device("", call.headers().getOrDefault("X-Queue-Secret", ""));
        if (!device.secretHash().equals(secrets.get(who))) {
            return problem(403, "queue-secret-wrong");
        }
        return place(200, who, polls.merge(who, 1, Integer::sum) > 0);
    }

    private Answer place(int status, String who, boolean admitted) {
        int number = joinNumbers.computeIfAbsent(who, unknown -> joinNumbers.size() + 1);
        owners.put("token-" + number, who);
        Map<String, Object> entry = new HashMap<>(Map.of(
                "entry_id",
                UUID.nameUUIDFromBytes(who.getBytes()),
                "queue_token",
                "token-" + number,
                "state",
                admitted ? "ADMITTED" : "QUEUED",
                "join_number",
                number,
                "position",
                0,
                "queue_size",
                1,
                "poll_after_seconds",
                1));
        if (admitted) {
            entry.put("access_token", "access-" + who);
        }
        return answer(status, Json.write(entry));
    }

    private Map<String, Object> counts() {
        String letters = String.join("", seats.values());
        return Map.of(
                "section",
                "Floor",
                "available",
                letters.chars().filter(letter -> letter == 'A').count(),
                "reserved",
                letters.chars().filter(letter -> letter == 'R').count(),
                "purchased",
                letters.chars().filter(letter -> letter == 'P').count(),
                "not_for_sale",
                0,
                "seats",
                letters);
    }

    private Answer map() {
        var row = seats.keySet().stream()
                .map(id -> Map.of("seat_id", id, "seat_number", id))
                .toList();
        var section = Map.of(
                "section",
                "Floor",
                "kind",
                "SEATED",
                "price",
                PRICE,
                "rows",
                List.of(Map.of("row", "1", "seats", row)));
        return answer(200, Json.write(Map.of("event_id", event, "sections", List.of(section))), "ETag", "\"1\"");
    }

    private Answer hold(String who, String pass, JsonNode body) {
        if (!pass.equals("access-" + who)) {
            return problem(403, "access-token-invalid");
        }
        List<String> wish =
                body.path("seat_ids").valueStream().map(JsonNode::asString).toList();
        if (wish.stream().anyMatch(seat -> !"A".equals(seats.get(seat)))) {
            return problem(409, "seat-taken");
        }
        wish.forEach(seat -> seats.put(seat, "R"));
        Held held = new Held(UUID.randomUUID().toString(), who, wish, new ArrayList<>());
        holds.put(held.id(), held);
        return held(201, held, "ACTIVE");
    }

    private Answer held(int status, Held held, String state) {
        return answer(
                status,
                Json.write(Map.of(
                        "hold_id",
                        held.id(),
                        "event_id",
                        event,
                        "status",
                        state,
                        "seats",
                        lines(held),
                        "subtotal",
                        PRICE,
                        "currency",
                        "EUR",
                        "expires_at",
                        Instant.now().plusSeconds(600))));
    }

    private static List<Map<String, Object>> lines(Held held) {
        return held.seats().stream()
                .map(seat -> Map.<String, Object>of(
                        "seat_id",
                        seat,
                        "section",
                        "Floor",
                        "row",
                        "1",
                        "seat_number",
                        seat,
                        "price",
                        PRICE,
                        "status",
                        "ACTIVE"))
                .toList();
    }

    private Answer release(String id) {
        Held held = holds.remove(id);
        if (held != null) {
            held.seats().forEach(seat -> seats.put(seat, "A"));
        }
        return answer(204, "");
    }

    private Answer quote(String id) {
        return holds.containsKey(id)
                ? answer(
                        200,
                        Json.write(
                                Map.of("fees", List.of(), "tax", 0, "total", total(holds.get(id)), "currency", "EUR")))
                : problem(410, "hold-expired");
    }

    private static BigDecimal total(Held held) {
        return PRICE.multiply(BigDecimal.valueOf(held.seats().size()));
    }

    private Answer order(JsonNode body) {
        Held held = holds.get(body.path("hold_id").asString());
        if (held == null) {
            return problem(410, "hold-expired");
        }
        String card = body.path("payment_method").asString();
        if (!card.equals(FanPlan.GOOD_CARD)) {
            held.declines().add(card);
            if (card.equals(FanPlan.STOLEN_CARD) || held.declines().size() == 3) {
                release(held.id());
            }
            return problem(402, "payment-declined");
        }
        held.seats().forEach(seat -> seats.put(seat, "P"));
        holds.remove(held.id());
        String order = Json.write(Map.of(
                "order_id", UUID.randomUUID(),
                "event_id", event,
                "hold_id", held.id(),
                "status", "CAPTURED",
                "total_amount", total(held),
                "currency", "EUR",
                "items", lines(held),
                "owner", held.owner()));
        orders.add(order);
        return answer(201, order);
    }

    private Answer tickets(String who) {
        var items = orders.stream()
                .map(Json::tree)
                .filter(order -> order.path("owner").asString().equals(who))
                .flatMap(order -> order.path("items")
                        .valueStream()
                        .map(item -> Map.of(
                                "ticket_id",
                                UUID.randomUUID(),
                                "event_id",
                                event,
                                "order_id",
                                order.path("order_id").asString(),
                                "section",
                                "Floor",
                                "row",
                                "1",
                                "seat_number",
                                item.path("seat_number").asString(),
                                "status",
                                "VALID")))
                .toList();
        return answer(200, Json.write(Map.of("items", items)));
    }

    /** The mail sink: each search finds the confirmations of all orders. */
    synchronized Answer mail(Call call) {
        if (call.path().contains("/search")) {
            var all = orders.stream()
                    .map(order -> Map.of("ID", Json.tree(order).path("order_id").asString(), "Created", Instant.now()))
                    .toList();
            return answer(200, Json.write(Map.of("messages", all)));
        }
        String id = call.path().split("/")[4];
        if (call.path().endsWith("/headers")) {
            return answer(200, "{\"X-Boxoffice-Cause\":[\"order-confirmed:" + id + "\"]}");
        }
        var codes = orders.stream()
                .map(Json::tree)
                .filter(order -> order.path("order_id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("items")
                .valueStream()
                .map(item -> FakeAfterSale.code(item.path("seat_number").asString(), 1))
                .toList();
        return answer(200, Json.write(Map.of("Text", "Hello\n" + String.join("\n", codes) + "\n")));
    }

    static Answer problem(int status, String code) {
        return answer(status, Json.write(Map.of("code", code, "status", status)));
    }

    static Answer answer(int status, String body, String... header) {
        Map<String, List<String>> headers = header.length == 0 ? Map.of() : Map.of(header[0], List.of(header[1]));
        return new Answer(status, HttpHeaders.of(headers, (_, _) -> true), body, System.nanoTime(), System.nanoTime());
    }
}
