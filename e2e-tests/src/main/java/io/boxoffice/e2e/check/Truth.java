package io.boxoffice.e2e.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything known about one event behind the API, read once.
 *
 * @param seats its seats, of whichever shard has them
 * @param holds every hold ever placed
 * @param history every change of its seats, seat by seat, in order
 * @param tickets every ticket ever made
 * @param scans every scan kept
 * @param limits what each fan holds and has bought
 * @param orders every order
 * @param items their seats
 * @param charges the provider's books
 * @param mails how many mails came for each cause
 * @param messages what the topics carry, repeats included, in the order of each topic
 * @param unsent rows still in an outbox
 */
public record Truth(
        List<Seat> seats,
        List<Hold> holds,
        List<Change> history,
        List<Ticket> tickets,
        List<Scan> scans,
        List<Limit> limits,
        List<Order> orders,
        List<Item> items,
        List<Charge> charges,
        Map<String, Integer> mails,
        List<Message> messages,
        long unsent) {

    private static final Set<String> SOLD = Set.of("CONFIRMED", "CAPTURED");
    private static final Set<String> FINAL =
            Set.of("CAPTURED", "DECLINED", "EXPIRED", "VOIDED", "CAPTURE_FAILED", "REFUNDED", "PARTIALLY_REFUNDED");

    /** A seat. */
    public record Seat(
            String seatId,
            String section,
            String status,
            boolean notForSale,
            @Nullable UUID holdId) {}

    /** A hold. */
    public record Hold(UUID holdId, UUID userId, @Nullable UUID sessionId, String status) {}

    /** A ticket. */
    public record Ticket(UUID ticketId, UUID orderId, UUID holder, String seatId, String status) {

        /** Whether it is its seat's ticket now. */
        boolean current() {
            return !status.equals("REVOKED");
        }
    }

    /** A scan with its answer. */
    public record Scan(@Nullable UUID ticketId, String nonce, String result) {

        boolean admitted() {
            return result.equals("ADMITTED");
        }
    }

    /** A fan's account at the limit. */
    public record Limit(String limitKey, long held, long bought) {}

    /** An order; one that never got its hold, since that had lapsed, is never told of either. */
    public record Order(
            UUID orderId,
            UUID userId,
            UUID holdId,
            String status,
            @Nullable BigDecimal total,
            @Nullable String paymentIntent,
            boolean ownedItsHold) {

        boolean sold() {
            return SOLD.contains(status);
        }

        boolean settled() {
            return FINAL.contains(status);
        }
    }

    /** A seat on an order. */
    public record Item(UUID orderId, String seatId, String status) {

        boolean active() {
            return status.equals("ACTIVE");
        }
    }

    /** A change of a seat: RESERVED, PURCHASED or RELEASED. */
    public record Change(String seatId, int version, String transition) {}

    /** A charge in the provider's books. */
    public record Charge(String paymentIntent, String orderId, BigDecimal amount, BigDecimal captured, String status) {

        boolean authorised() {
            return status.equals("requires_capture");
        }

        boolean taken() {
            return captured.signum() > 0;
        }
    }

    /** A message of a topic. */
    public record Message(String id, String type, String subject, JsonNode data) {

        String text(String field) {
            return data.path(field).asString("");
        }
    }

    /** Messages of one type. */
    List<Message> messages(String name) {
        String type = "io.boxoffice." + name + ".v1";
        return messages.stream().filter(message -> message.type().equals(type)).toList();
    }
}
