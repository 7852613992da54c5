package io.boxoffice.auditor.rule;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inventory's rows of one event.
 *
 * @param seats its seats, of whichever shard has them
 * @param holds every hold ever placed
 * @param history every change of its seats, seat by seat, in order
 * @param tickets every ticket ever made
 * @param transfers every change of a ticket's holder, ticket by ticket, in order
 * @param scans every scan kept
 * @param limits what each fan holds and has bought
 */
public record Inventory(
        List<Seat> seats,
        List<Hold> holds,
        List<Change> history,
        List<Ticket> tickets,
        List<Transfer> transfers,
        List<Scan> scans,
        List<Limit> limits) {

    /** A seat. */
    public record Seat(
            String seatId,
            String section,
            String status,
            boolean notForSale,
            @Nullable UUID holdId) {

        /** As its history tells it: what is not for sale is in a block. */
        String state() {
            return notForSale ? "BLOCKED" : status;
        }
    }

    /** A hold. */
    public record Hold(UUID holdId, UUID userId, @Nullable UUID sessionId, String limitKey, String status) {}

    /** A change of a seat: RESERVED, PURCHASED or RELEASED, BLOCKED or UNBLOCKED. */
    public record Change(String seatId, int version, String transition) {}

    /**
     * A ticket.
     *
     * @param limitKey whose limit it counts against
     * @param counted whether it does: not once it was taken back and its seat is free
     * @param buyerKey whose limit it is about to count against, while a resale of it is in checkout
     */
    public record Ticket(
            UUID ticketId,
            UUID orderId,
            UUID holder,
            String seatId,
            String status,
            int generation,
            String limitKey,
            boolean counted,
            @Nullable String buyerKey) {

        /** Whether it is its seat's ticket now. */
        boolean current() {
            return !status.equals("REVOKED");
        }
    }

    /** A ticket given from one fan, and order, to another. */
    public record Transfer(
            UUID ticketId,
            UUID orderId,
            int generation,
            UUID fromHolder,
            String fromKey,
            UUID fromOrderId,
            UUID holder,
            String limitKey) {}

    /** A scan with its answer. */
    public record Scan(@Nullable UUID ticketId, String nonce, String result) {

        boolean admitted() {
            return result.equals("ADMITTED");
        }
    }

    /** A fan's account at the limit. */
    public record Limit(String limitKey, long held, long bought) {}

    Stream<Seat> seats(String status) {
        return seats.stream().filter(seat -> seat.status().equals(status));
    }

    Stream<Ticket> currentTickets() {
        return tickets.stream().filter(Ticket::current);
    }
}
