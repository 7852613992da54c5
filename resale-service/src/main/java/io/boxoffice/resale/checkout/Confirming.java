package io.boxoffice.resale.checkout;

import io.boxoffice.resale.listing.Cause;
import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.listing.ListingMoves;
import io.boxoffice.resale.listing.Pending;
import io.boxoffice.resale.payout.Payouts;
import io.boxoffice.resale.payout.Sale;
import io.boxoffice.resale.ticket.TicketAnswer;
import io.boxoffice.resale.ticket.Tickets;
import io.boxoffice.resale.work.Chore;
import io.boxoffice.resale.work.Turn;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives each ticket to the buyer, then the listing is sold. The first refusal of all means that the order has lost the listing.
 * After one ticket has changed hands there is no way back: a later refusal (its ticket was revoked in between) leaves that ticket
 * out of the sale and the payout, for support to refund.
 */
@Component
class Confirming implements Chore {
    static final String FENCE_LOST = "fence-lost";
    private static final Logger log = LoggerFactory.getLogger(Confirming.class);

    private final Tickets tickets;
    private final ListingMoves moves;
    private final CheckoutRows checkouts;
    private final Payouts payouts;

    Confirming(Tickets tickets, ListingMoves moves, CheckoutRows checkouts, Payouts payouts) {
        this.tickets = tickets;
        this.moves = moves;
        this.checkouts = checkouts;
        this.payouts = payouts;
    }

    @Override
    public Pending pending() {
        return Pending.CONFIRM;
    }

    @Override
    public boolean carryOut(Listing listing, Turn turn) {
        var order = listing.requiredOrder();
        var buyer = checkouts.find(order).orElseThrow().buyerId();
        var given = new LinkedHashSet<UUID>();
        for (var ticket : listing.tickets()) {
            if (!turn.goesOn(listing)) {
                return false;
            }
            switch (tickets.reassign(listing.eventId(), ticket.ticketId(), order, buyer)) {
                case TicketAnswer.Done _ -> given.add(ticket.ticketId());
                case TicketAnswer.Refused refused -> {
                    if (given.isEmpty()) {
                        lose(listing);
                        return true;
                    }
                    log.atError()
                            .addKeyValue("listing_id", listing.id())
                            .addKeyValue("order_id", order)
                            .addKeyValue("ticket_id", ticket.ticketId())
                            .addKeyValue("refusal", refused.code())
                            .log("ticket missing from a sale");
                }
                case TicketAnswer.Unknown _ -> {
                    return false;
                }
            }
        }
        moves.sold(listing, buyer, given, () -> settle(listing, given));
        return true;
    }

    private void lose(Listing listing) {
        moves.next(
                listing,
                Pending.RETURN,
                Cause.TICKET_UNAVAILABLE,
                () -> checkouts.refuse(listing.requiredOrder(), FENCE_LOST, null, null));
    }

    private void settle(Listing listing, Set<UUID> given) {
        checkouts.end(listing.requiredOrder(), CheckoutRow.Status.CONFIRMED);
        payouts.owe(new Sale(
                listing.id(),
                listing.requiredOrder(),
                listing.eventId(),
                listing.sellerId(),
                listing.priceEach().multiply(BigDecimal.valueOf(given.size())),
                listing.currency()));
    }
}
