package io.boxoffice.notification.letter;

import org.jspecify.annotations.Nullable;

/**
 * A seat as a fan looks for it.
 *
 * @param code of its ticket; empty where the ticket is on the phone, or the letter is not about tickets
 */
record SeatLine(
        String section, @Nullable String row, @Nullable String seatNumber, String code) {

    static SeatLine of(TicketCalls.Code ticket) {
        return new SeatLine(ticket.section(), ticket.row(), ticket.seatNumber(), ticket.code());
    }

    static SeatLine of(OrderCalls.Item item) {
        return new SeatLine(item.section(), item.row(), item.seatNumber(), "");
    }
}
