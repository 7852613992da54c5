package io.boxoffice.resale.offer;

import io.boxoffice.common.Ids;
import io.boxoffice.resale.listing.NewListing;
import io.boxoffice.resale.ticket.Ticket;
import io.boxoffice.resale.work.Work;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Writes a new listing, whose tickets are still to be locked; a unique index keeps each ticket to one live listing. */
@Component
class ListingPlacement {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Work work;

    ListingPlacement(JdbcClient jdbc, TransactionOperations transactions, Work work) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.work = work;
    }

    /** A listing, and the turn to work on it. */
    record Placed(UUID listing, Optional<UUID> worker) {}

    /** @param noted runs in the same transaction */
    Placed place(NewListing listing, Consumer<UUID> noted) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> {
                var id = Ids.next();
                insert(listing, id);
                noted.accept(id);
                return new Placed(id, work.take(id));
            }));
        } catch (DuplicateKeyException _) {
            throw ListingProblems.notListable(taken(listing), "locked");
        }
    }

    private void insert(NewListing listing, UUID id) {
        jdbc.sql("INSERT INTO listings (listing_id, event_id, seller_id, status, pending, price_each, currency)"
                        + " VALUES (?, ?, ?, 'PREPARING', 'PREPARE', ?, ?)")
                .params(id, listing.eventId(), listing.sellerId(), listing.priceEach(), listing.currency())
                .update();
        int position = 0;
        for (Ticket ticket : listing.tickets()) {
            jdbc.sql("INSERT INTO listing_tickets (listing_id, ticket_id, position, seat_id, section, \"row\","
                            + " seat_number, face_price, generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            ticket.ticketId(),
                            position++,
                            ticket.seatId(),
                            ticket.section(),
                            ticket.row(),
                            ticket.seatNumber(),
                            ticket.facePrice(),
                            ticket.generation())
                    .update();
        }
    }

    private UUID taken(NewListing listing) {
        return listing.tickets().stream()
                .map(Ticket::ticketId)
                .filter(ticket -> jdbc.sql("SELECT EXISTS (SELECT 1 FROM listing_tickets WHERE ticket_id = ? AND live)")
                        .param(ticket)
                        .query(Boolean.class)
                        .single())
                .findFirst()
                .orElse(listing.tickets().getFirst().ticketId());
    }
}
