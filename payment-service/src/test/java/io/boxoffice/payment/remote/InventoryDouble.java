package io.boxoffice.payment.remote;

import io.boxoffice.common.Ids;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Keeps holds as inventory does: fences, one order per checkout, definite answers. */
public final class InventoryDouble extends RemoteParty {

    /** One hold. */
    public static final class Hold {
        public final UUID id = Ids.next();
        public final UUID eventId;
        public final UUID userId;
        public final UUID sessionId;
        public final List<Map<String, Object>> seats;
        public String status = "ACTIVE";
        public UUID orderId;
        public long fence;
        public String cause;
        private final Set<UUID> over = new HashSet<>();

        private Hold(UUID eventId, UUID userId, UUID sessionId, List<Map<String, Object>> seats) {
            this.eventId = eventId;
            this.userId = userId;
            this.sessionId = sessionId;
            this.seats = seats;
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("hold_id", id);
            json.put("event_id", eventId);
            json.put("user_id", userId);
            json.put("session_id", sessionId);
            json.put("status", status);
            json.put("currency", "EUR");
            json.put("subtotal", 1000.00);
            json.put("expires_at", "2027-01-01T00:00:00Z");
            json.put("seats", seats);
            return json;
        }
    }

    private final Map<UUID, Hold> holds = new ConcurrentHashMap<>();
    /** What became of tickets that were sold. */
    public final SoldTickets tickets = new SoldTickets();

    private final Set<UUID> revoked = ConcurrentHashMap.newKeySet();

    /** A hold of {@code prices.length} seats. */
    public Hold held(UUID eventId, UUID userId, UUID sessionId, String... prices) {
        var seats = IntStream.range(0, prices.length)
                .mapToObj(i -> Map.<String, Object>of(
                        "seat_id",
                        Ids.next(),
                        "section",
                        "Floor",
                        "row",
                        "A",
                        "seat_number",
                        String.valueOf(i + 1),
                        "price",
                        new BigDecimal(prices[i])))
                .toList();
        var hold = new Hold(eventId, userId, sessionId, seats);
        holds.put(hold.id, hold);
        return hold;
    }

    /** In checkout for an order, as by a process that died. */
    public synchronized long lockedBy(Hold hold, UUID orderId) {
        hold.status = "CHECKOUT";
        hold.orderId = orderId;
        return ++hold.fence;
    }

    public boolean isRevoked(UUID orderId) {
        return revoked.contains(orderId);
    }

    public boolean isSoldTo(Hold hold, UUID orderId) {
        return hold.status.equals("PURCHASED") && orderId.equals(hold.orderId) && !isRevoked(orderId);
    }

    @Override
    String operation(Request request) {
        if (request.path().contains("/refunds/")) {
            return "refund-" + request.path().substring(request.path().lastIndexOf('/') + 1);
        }
        return request.method().equals("GET")
                ? "find"
                : request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    @Override
    Reply decide(String operation, Request request) {
        var path = request.path().split("/");
        if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
            return new Reply(401, Map.of("code", "unauthenticated"));
        }
        if (operation.startsWith("refund-")) {
            var order = UUID.fromString(path[5]);
            var sold = holds.values().stream()
                    .filter(hold -> order.equals(hold.orderId) && hold.status.equals("PURCHASED"))
                    .flatMap(hold -> hold.seats.stream())
                    .map(seat -> (UUID) seat.get("seat_id"))
                    .toList();
            var body = JSON.readTree(request.body().isEmpty() ? "{}" : request.body());
            return tickets.decide(operation, order, UUID.fromString(path[7]), sold, body);
        }
        if (operation.equals("revoke")) {
            return new Reply(200, Map.of("revoked", revoked.add(UUID.fromString(path[5])) ? 1 : 0));
        }
        var hold = holds.get(UUID.fromString(path[5]));
        if (operation.equals("find")) {
            return hold == null || !request.query().equals("user_id=" + hold.userId)
                    ? refused(404, "not-found")
                    : gone(hold) ? refused(410, "hold-expired") : new Reply(200, hold.json());
        }
        var body = JSON.readTree(request.body());
        if (hold == null) {
            return refused(404, "not-found");
        }
        return switch (operation) {
            case "checkout" -> checkout(hold, body);
            case "confirm" -> confirm(hold, body);
            case "abandon" -> abandon(hold, body);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Reply checkout(Hold hold, JsonNode body) {
        var order = id(body, "order_id");
        if (!hold.userId.equals(id(body, "user_id"))) {
            return refused(404, "not-found");
        }
        if (body.hasNonNull("session_id") && !id(body, "session_id").equals(hold.sessionId)) {
            return refused(403, "access-token-revoked");
        }
        if (hold.over.contains(order)) {
            return refused(409, "checkout-ended");
        }
        if (gone(hold)) {
            return refused(410, "hold-expired");
        }
        if (hold.status.equals("ACTIVE")) {
            lockedBy(hold, order);
        }
        if (!order.equals(hold.orderId)) {
            return new Reply(409, Map.of("code", "order-in-progress", "order_id", hold.orderId));
        }
        var json = hold.json();
        json.put("order_id", order);
        json.put("fence", hold.fence);
        return new Reply(200, json);
    }

    private Reply confirm(Hold hold, JsonNode body) {
        if (!owns(hold, body) || !Set.of("CHECKOUT", "PURCHASED").contains(hold.status)) {
            return refused(409, "fence-lost");
        }
        hold.status = "PURCHASED";
        return new Reply(200, Map.of("order_id", hold.orderId, "tickets", List.of()));
    }

    private Reply abandon(Hold hold, JsonNode body) {
        if (hold.over.contains(id(body, "order_id"))) {
            return new Reply(200, Map.of("status", hold.status));
        }
        if (!owns(hold, body) || !hold.status.equals("CHECKOUT")) {
            return refused(409, "fence-lost");
        }
        hold.over.add(hold.orderId);
        hold.cause = body.get("cause").asString();
        hold.status = body.get("outcome").asString().equals("RETURN") ? "ACTIVE" : "RELEASED";
        return new Reply(200, Map.of("status", hold.status));
    }

    private static boolean owns(Hold hold, JsonNode body) {
        return id(body, "order_id").equals(hold.orderId) && body.get("fence").asLong() == hold.fence;
    }

    private static boolean gone(Hold hold) {
        return Set.of("RELEASED", "EXPIRED").contains(hold.status);
    }

    private static UUID id(JsonNode body, String field) {
        return UUID.fromString(body.get(field).asString());
    }

    private static Reply refused(int status, String code) {
        return new Reply(status, Map.of("code", code));
    }
}
