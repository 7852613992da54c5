package io.boxoffice.e2e.demo;

import static io.boxoffice.e2e.demo.FakeBoxoffice.answer;
import static io.boxoffice.e2e.demo.FakeBoxoffice.problem;

import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What follows a sale, as far as the demo plays it: listings, refunds, and a gate that knows generations. */
final class FakeAfterSale {

    /** A gate that has forgotten who sold their ticket on. */
    boolean gateForgets;

    private final FakeBoxoffice boxoffice;
    private final Map<String, String> listings = new HashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Set<String> refunded = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    FakeAfterSale(FakeBoxoffice boxoffice) {
        this.boxoffice = boxoffice;
    }

    static String code(String seat, int generation) {
        String payload = Json.write(Map.of("t", ticket(seat), "s", "Floor/1/" + seat, "g", generation));
        return "BX1.S."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".AAAAAAAAAAAAAAAA";
    }

    private static UUID ticket(String seat) {
        return UUID.nameUUIDFromBytes(seat.getBytes(StandardCharsets.UTF_8));
    }

    Answer answered(String operation, Call call, String who) {
        JsonNode body = Json.tree(call.body() == null ? "{}" : call.body());
        String[] path = call.path().split("/");
        return switch (operation) {
            case "list" -> list(body);
            case "purchase" -> purchase(path[5], who);
            case "credential" -> {
                String seat = seatOf(path[6]);
                yield answer(200, Json.write(Map.of("code", code(seat, generation(seat)), "mode", "R")));
            }
            case "refund" -> refund(path[4], body);
            case "refund-look" -> answer(200, refundOf("SUCCEEDED"));
            default -> scan(body.path("code").asString());
        };
    }

    private Answer list(JsonNode body) {
        String id = UUID.randomUUID().toString();
        listings.put(id, seatOf(body.path("ticket_ids").path(0).asString()));
        BigDecimal price = body.path("price_each").decimalValue();
        return answer(
                201,
                Json.write(Map.of(
                        "listing_id",
                        id,
                        "event_id",
                        boxoffice.event,
                        "status",
                        "ACTIVE",
                        "price_each",
                        price,
                        "total",
                        price)));
    }

    private Answer purchase(String listing, String who) {
        String seat = listings.remove(listing);
        if (seat == null) {
            return problem(409, "listing-gone");
        }
        generations.put(seat, generation(seat) + 1);
        var item = Map.of("seat_id", seat, "section", "Floor", "row", "1", "seat_number", seat, "price", 10);
        String order = Json.write(Map.of(
                "order_id",
                UUID.randomUUID(),
                "event_id",
                boxoffice.event,
                "hold_id",
                listing,
                "status",
                "CONFIRMED",
                "total_amount",
                10,
                "currency",
                "EUR",
                "items",
                List.of(item),
                "owner",
                who));
        return answer(201, order);
    }

    private Answer refund(String order, JsonNode body) {
        JsonNode found = boxoffice.orders.stream()
                .map(Json::tree)
                .filter(each -> each.path("order_id").asString().equals(order))
                .findFirst()
                .orElseThrow();
        JsonNode seats = body.path("seat_ids");
        found.path("items").forEach(item -> {
            String seat = item.path("seat_id").asString();
            if (seats.isMissingNode()
                    || seats.valueStream().anyMatch(each -> each.asString().equals(seat))) {
                refunded.add(seat);
            }
        });
        return answer(202, refundOf("PENDING"));
    }

    private static String refundOf(String status) {
        return Json.write(Map.of("refund_id", new UUID(0, 1), "status", status, "amount", 10));
    }

    private Answer scan(String code) {
        String[] parts = code.split("\\.");
        if (!parts[3].equals("AAAAAAAAAAAAAAAA")) {
            return denied("bad-signature");
        }
        JsonNode facts = Json.tree(new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8));
        String seat = facts.path("s").asString().substring("Floor/1/".length());
        if (refunded.contains(seat)) {
            return denied("refunded");
        }
        if (facts.path("g").asInt() != generation(seat) && !gateForgets) {
            return denied("transferred");
        }
        return used.add(seat)
                ? answer(200, Json.write(Map.of("result", "ADMITTED", "ticket_id", ticket(seat), "entry", 1)))
                : denied("already-used");
    }

    private static Answer denied(String reason) {
        return answer(200, Json.write(Map.of("result", "DENIED", "reason", reason)));
    }

    private int generation(String seat) {
        return generations.getOrDefault(seat, 1);
    }

    private String seatOf(String ticket) {
        return boxoffice.seats.keySet().stream()
                .filter(seat -> ticket(seat).toString().equals(ticket))
                .findFirst()
                .orElseThrow();
    }
}
