package io.boxoffice.resale.offer;

import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.event.EventPolicy;
import io.boxoffice.resale.ticket.Ticket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which tickets may be listed, and for how much. */
final class ListingRules {
    private ListingRules() {}

    static void requireResale(EventPolicy policy, Instant now, int tickets) {
        if (policy.isOver(now)) {
            throw ListingProblems.eventOver();
        }
        if (!policy.resaleEnabled()) {
            throw ListingProblems.notAllowed();
        }
        if (tickets > policy.ticketLimit()) {
            throw Problems.invalid("/ticket_ids", "List at most " + policy.ticketLimit() + " tickets of this event.");
        }
    }

    static void requireListable(Ticket ticket, UUID seller) {
        if (!ticket.holder().equals(seller)) {
            throw Problems.notFound();
        }
        if (!ticket.isFree()) {
            throw ListingProblems.notListable(
                    ticket.ticketId(),
                    switch (ticket.status()) {
                        case "USED" -> "used";
                        case "REVOKED" -> "revoked";
                        default -> "locked";
                    });
        }
    }

    /** Tickets of one listing cost the same, so the cheapest one's cap holds for all. */
    static void requireFairPrice(EventPolicy policy, List<Ticket> tickets, BigDecimal priceEach) {
        var cap = tickets.stream()
                .map(ticket -> policy.cap(ticket.facePrice()))
                .min(BigDecimal::compareTo)
                .orElseThrow();
        if (priceEach.compareTo(cap) > 0) {
            throw ListingProblems.aboveCap(cap);
        }
    }
}
