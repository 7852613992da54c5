package io.boxoffice.auditor.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What messages say about one event, as little of it as the rules need: which things each type told of, once however often it
 * came, and the admissions in the order of their topic.
 */
public final class Told {

    /** By which fields a type's messages name what they tell of. */
    private static final Map<String, List<String>> SUBJECTS = Map.ofEntries(
            Map.entry("SeatsHeld", List.of("hold_id")),
            Map.entry("SeatsPurchased", List.of("hold_id")),
            Map.entry("SeatsReleased", List.of("hold_id")),
            Map.entry("TicketIssued", List.of("ticket_id")),
            Map.entry("TicketRevoked", List.of("ticket_id")),
            Map.entry("TicketTransferred", List.of("ticket_id", "order_id")),
            Map.entry("TicketScanned", List.of("nonce")),
            Map.entry("OrderPlaced", List.of("order_id")),
            Map.entry("OrderConfirmed", List.of("order_id")),
            Map.entry("PaymentCaptured", List.of("order_id")),
            Map.entry("OrderRefunded", List.of("refund_id")),
            Map.entry("TicketListed", List.of("listing_id")),
            Map.entry("ListingSold", List.of("listing_id")),
            Map.entry("EntryAdmitted", List.of("session_id")),
            Map.entry("EntryAbandoned", List.of("entry_id")),
            Map.entry("SessionSuperseded", List.of("user_id")));

    private final Map<String, Set<Object>> things = new HashMap<>();
    private final Map<String, Admission> admissions = new LinkedHashMap<>();
    private long messages;

    /** Somebody let in. */
    public record Admission(String sessionId, String userId, String entryId, long joinNumber, long score, Instant at) {}

    /** Takes a message in: its type as {@code TicketIssued}, and its fields by name, empty where there is none. */
    public synchronized void add(String type, UnaryOperator<String> fields) {
        messages++;
        List<String> subject = SUBJECTS.get(type);
        if (subject == null) {
            return;
        }
        String id = String.join("/", subject.stream().map(fields).toList());
        things.computeIfAbsent(type, unknown -> new HashSet<>()).add(compact(id));
        if (type.equals("EntryAdmitted")) {
            admissions.putIfAbsent(
                    id,
                    new Admission(
                            id,
                            fields.apply("user_id"),
                            fields.apply("entry_id"),
                            number(fields.apply("join_number"), -1),
                            number(fields.apply("score"), 0),
                            time(fields.apply("occurred_at"))));
        }
    }

    synchronized boolean has(String type, String id) {
        return things.getOrDefault(type, Set.of()).contains(compact(id));
    }

    synchronized Set<String> ids(String type) {
        Set<String> ids = new HashSet<>();
        things.getOrDefault(type, Set.of()).forEach(id -> ids.add(id.toString()));
        return ids;
    }

    /** When fans were let in. */
    public synchronized List<Instant> admittedAt() {
        return admissions.values().stream().map(Admission::at).sorted().toList();
    }

    synchronized List<Admission> admissions() {
        return new ArrayList<>(admissions.values());
    }

    /** How many messages were taken in. */
    public synchronized long messages() {
        return messages;
    }

    /** Millions of ids are kept: those that are UUIDs take a fifth of their text. */
    private static Object compact(String id) {
        if (id.length() == 36) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException notAUuid) {
                return id;
            }
        }
        return id;
    }

    private static Instant time(String text) {
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    private static long number(String text, long otherwise) {
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }
}
