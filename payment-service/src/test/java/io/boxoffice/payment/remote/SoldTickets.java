package io.boxoffice.payment.remote;

import io.boxoffice.payment.remote.RemoteParty.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Tickets as inventory keeps them for refunds: locked, revoked, freed or restored, each once per refund. */
public final class SoldTickets {
    /** What a ticket is. */
    public enum State {
        VALID,
        USED,
        RESALE_CHECKOUT,
        /** Another order's. */
        GONE,
        LOCKED,
        REVOKED,
        FREED
    }

    private record Ticket(State state, UUID refund) {}

    private static final Ticket FRESH = new Ticket(State.VALID, null);

    private final Map<UUID, Ticket> bySeat = new ConcurrentHashMap<>();
    private final Set<UUID> locked = new HashSet<>();

    /** What the ticket of this seat is now. */
    public State of(UUID seat) {
        return bySeat.getOrDefault(seat, FRESH).state();
    }

    /** Makes the ticket of this seat something else. */
    public void become(UUID seat, State state) {
        bySeat.put(seat, new Ticket(state, null));
    }

    /** As a process that died had left it. */
    public void become(UUID seat, State state, UUID refund) {
        bySeat.put(seat, new Ticket(state, refund));
        locked.add(refund);
    }

    Reply decide(String operation, UUID order, UUID refund, List<UUID> sold, JsonNode body) {
        return switch (operation) {
            case "refund-lock" -> lock(refund, sold, body);
            case "refund-revoke" -> move(refund, State.LOCKED, State.REVOKED, "revoked");
            case "refund-free" -> move(refund, State.REVOKED, State.FREED, "freed");
            case "refund-restore" -> {
                move(refund, State.LOCKED, State.VALID, "restored");
                yield move(refund, State.REVOKED, State.VALID, "restored");
            }
            default -> throw new IllegalArgumentException(operation + " of " + order);
        };
    }

    private Reply lock(UUID refund, List<UUID> sold, JsonNode body) {
        if (locked.contains(refund)) {
            return new Reply(200, Map.of("tickets", List.of()));
        }
        var left = sold.stream()
                .filter(seat -> !Set.of(State.GONE, State.REVOKED, State.FREED).contains(of(seat)))
                .toList();
        var wanted = body.hasNonNull("seat_ids")
                ? StreamSupport.stream(body.get("seat_ids").spliterator(), false)
                        .map(seat -> UUID.fromString(seat.asString()))
                        .toList()
                : left;
        if (wanted.isEmpty() || !left.containsAll(wanted)) {
            return new Reply(404, Map.of("code", "not-found"));
        }
        if (wanted.stream().anyMatch(seat -> of(seat) == State.USED)
                && !body.get("force").asBoolean()) {
            return new Reply(409, Map.of("code", "ticket-used"));
        }
        if (wanted.stream()
                .anyMatch(seat -> Set.of(State.RESALE_CHECKOUT, State.LOCKED).contains(of(seat)))) {
            return new Reply(409, Map.of("code", "ticket-locked"));
        }
        wanted.forEach(seat -> bySeat.put(seat, new Ticket(State.LOCKED, refund)));
        locked.add(refund);
        return new Reply(200, Map.of("tickets", List.of()));
    }

    private Reply move(UUID refund, State from, State to, String counted) {
        int moved = 0;
        for (var ticket : bySeat.entrySet()) {
            if (refund.equals(ticket.getValue().refund()) && ticket.getValue().state() == from) {
                ticket.setValue(new Ticket(to, refund));
                moved++;
            }
        }
        return new Reply(200, Map.of(counted, moved));
    }
}
