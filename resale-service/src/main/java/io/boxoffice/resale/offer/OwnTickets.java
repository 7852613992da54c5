package io.boxoffice.resale.offer;

import io.boxoffice.common.web.Problems;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingRows;
import io.boxoffice.resale.listing.ListingStatus;
import io.boxoffice.resale.ticket.Ticket;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at the tickets somebody wants to list. */
@Component
class OwnTickets {
    private final Tickets tickets;
    private final ListingRows listings;

    OwnTickets(Tickets tickets, ListingRows listings) {
        this.tickets = tickets;
        this.listings = listings;
    }

    List<Ticket> listable(UUID event, List<UUID> ids, UUID seller) {
        var found = ids.stream().map(id -> look(event, id)).toList();
        found.forEach(ticket -> ListingRules.requireListable(ticket, seller));
        return found;
    }

    private Ticket look(UUID event, UUID id) {
        var ticket = ticket(tickets.look(event, id));
        return isLeftover(ticket) ? ticket(tickets.unlist(event, id, lockOf(ticket))) : ticket;
    }

    /** Locked by a listing that is over: whoever was to take the lock off has not come to it yet. */
    private boolean isLeftover(Ticket ticket) {
        return "LISTED".equals(ticket.lockKind())
                && ticket.lockRef() != null
                && listings.find(ticket.lockRef())
                        .map(Listing::status)
                        .filter(ListingStatus.CANCELLED::equals)
                        .isPresent();
    }

    private static UUID lockOf(Ticket ticket) {
        return Objects.requireNonNull(ticket.lockRef());
    }

    private static Ticket ticket(TicketAnswer answer) {
        return switch (answer) {
            case TicketAnswer.Done(var ticket) -> ticket;
            case TicketAnswer.Refused _ -> throw Problems.notFound();
            case TicketAnswer.Unknown _ -> throw ListingProblems.unanswered();
        };
    }
}
