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

/** Keeps listings as resale-service does: fences, one order per checkout, definite answers. */
public final class ResaleDouble extends RemoteParty {

    /** One listing. */
    public static final class Listing {
        public final UUID id = Ids.next();
        public final UUID eventId;
        public final UUID sellerId = UUID.randomUUID();
        public final List<Map<String, Object>> seats;
        public String status = "ACTIVE";
        public UUID orderId;
        public UUID buyerId;
        public long fence;
        public String cause;
        private final Set<UUID> over = new HashSet<>();

        private Listing(UUID eventId, List<Map<String, Object>> seats) {
            this.eventId = eventId;
            this.seats = seats;
        }

        public boolean isSoldTo(UUID orderId) {
            return status.equals("SOLD") && orderId.equals(this.orderId);
        }
    }

    private final Map<UUID, Listing> listings = new ConcurrentHashMap<>();
    private final Set<UUID> atTheirLimit = ConcurrentHashMap.newKeySet();

    /** A listing of {@code tickets} tickets at 150.00 each. */
    public Listing listed(UUID eventId, int tickets) {
        var seats = IntStream.rangeClosed(1, tickets)
                .mapToObj(number -> Map.<String, Object>of(
                        "seat_id",
                        Ids.next(),
                        "section",
                        "Floor",
                        "row",
                        "B",
                        "seat_number",
                        String.valueOf(number),
                        "price",
                        new BigDecimal("150.00")))
                .toList();
        return listed(eventId, seats);
    }

    /** A listing of these very seats. */
    public Listing listed(UUID eventId, List<Map<String, Object>> seats) {
        var listing = new Listing(eventId, seats);
        listings.put(listing.id, listing);
        return listing;
    }

    /** In checkout for an order, as by a process that died. */
    public synchronized long lockedBy(Listing listing, UUID orderId) {
        listing.status = "CHECKOUT";
        listing.orderId = orderId;
        return ++listing.fence;
    }

    /** Has as many tickets as one may. */
    public void isAtTheLimit(UUID userId) {
        atTheirLimit.add(userId);
    }

    @Override
    String operation(Request request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    @Override
    Reply decide(String operation, Request request) {
        if (!request.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
            return refused(401, "unauthenticated");
        }
        var listing = listings.get(UUID.fromString(request.path().split("/")[3]));
        if (listing == null) {
            return refused(404, "not-found");
        }
        var body = JSON.readTree(request.body());
        return switch (operation) {
            case "checkout" -> checkout(listing, body);
            case "confirm" -> confirm(listing, body);
            case "abandon" -> abandon(listing, body);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Reply checkout(Listing listing, JsonNode body) {
        var order = id(body, "order_id");
        if (Set.of("CANCELLED", "SOLD").contains(listing.status) || listing.over.contains(order)) {
            return refused(410, "listing-gone");
        }
        if (atTheirLimit.contains(id(body, "user_id"))) {
            return new Reply(422, Map.of("code", "ticket-limit", "limit", 4, "used", 3));
        }
        if (listing.status.equals("ACTIVE")) {
            lockedBy(listing, order);
            listing.buyerId = id(body, "user_id");
        }
        return order.equals(listing.orderId)
                ? new Reply(200, json(listing))
                : new Reply(409, Map.of("code", "order-in-progress", "order_id", listing.orderId));
    }

    private static Map<String, Object> json(Listing listing) {
        var json = new LinkedHashMap<String, Object>();
        json.put("hold_id", listing.id);
        json.put("event_id", listing.eventId);
        json.put("user_id", listing.buyerId);
        json.put("order_id", listing.orderId);
        json.put("fence", listing.fence);
        json.put("status", listing.status);
        json.put("currency", "EUR");
        json.put("subtotal", 150.00 * listing.seats.size());
        json.put("expires_at", "2027-01-01T00:00:00Z");
        json.put("seats", listing.seats);
        json.put("seller_id", listing.sellerId);
        return json;
    }

    private static Reply confirm(Listing listing, JsonNode body) {
        if (!owns(listing, body) || !Set.of("CHECKOUT", "SOLD").contains(listing.status)) {
            return refused(409, "fence-lost");
        }
        listing.status = "SOLD";
        return new Reply(200, Map.of("order_id", listing.orderId, "tickets", List.of()));
    }

    private static Reply abandon(Listing listing, JsonNode body) {
        if (listing.over.contains(id(body, "order_id"))) {
            return new Reply(200, Map.of("status", listing.status));
        }
        if (!owns(listing, body) || !listing.status.equals("CHECKOUT")) {
            return refused(409, "fence-lost");
        }
        listing.over.add(listing.orderId);
        listing.cause = body.get("cause").asString();
        listing.status = "ACTIVE";
        return new Reply(200, Map.of("status", listing.status));
    }

    private static boolean owns(Listing listing, JsonNode body) {
        return id(body, "order_id").equals(listing.orderId) && body.get("fence").asLong() == listing.fence;
    }

    private static UUID id(JsonNode body, String field) {
        return UUID.fromString(body.get(field).asString());
    }

    private static Reply refused(int status, String code) {
        return new Reply(status, Map.of("code", code));
    }
}
