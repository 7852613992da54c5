package io.boxoffice.resale.ticket;

import io.boxoffice.common.security.InternalCalls;
import io.boxoffice.resale.guard.RemoteGuard;
import io.boxoffice.resale.guard.RemoteGuards;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** Tickets and their locks, as inventory keeps them. Every call may be repeated; only a definite answer is taken as one. */
@Component
public class Tickets {
    private static final Logger log = LoggerFactory.getLogger(Tickets.class);
    private static final String LISTED = "LISTED";
    private static final String RESALE_CHECKOUT = "RESALE_CHECKOUT";

    private record Refusal(
            @Nullable String code,
            @Nullable Integer limit,
            @Nullable Integer used) {}

    private final TicketCalls inventory;
    private final RemoteGuard guard;

    Tickets(InternalCalls calls, RemoteGuards guards, TicketProperties properties) {
        this.inventory = calls.client("inventory", TicketCalls.class, properties.timeout());
        this.guard = guards.named("inventory");
    }

    /** The ticket as it is now. */
    public TicketAnswer look(UUID event, UUID ticket) {
        return ask(ticket, "look", () -> inventory.look(event, ticket));
    }

    /** Locks a ticket of the seller for a listing. */
    public TicketAnswer list(UUID event, UUID ticket, UUID listing, UUID seller) {
        return ask(
                ticket, "list", () -> inventory.lock(event, ticket, new TicketCalls.ListLock(LISTED, listing, seller)));
    }

    /** Takes a listing's lock off; one that is not there any more changes nothing. */
    public TicketAnswer unlist(UUID event, UUID ticket, UUID listing) {
        return ask(
                ticket, "unlist", () -> inventory.unlock(event, ticket, new TicketCalls.Unlock(LISTED, listing, null)));
    }

    /** Locks a listed ticket for a buyer's order, who must be allowed one more; limits are counted by account. */
    public TicketAnswer reserve(UUID event, UUID ticket, UUID listing, UUID order, UUID buyer) {
        var lock = new TicketCalls.CheckoutLock(RESALE_CHECKOUT, order, listing, buyer, buyer.toString());
        return ask(ticket, "reserve", () -> inventory.lock(event, ticket, lock));
    }

    /** Gives a ticket back from an order to its listing; changes nothing unless the order has it. */
    public TicketAnswer putBack(UUID event, UUID ticket, UUID listing, UUID order) {
        return ask(
                ticket,
                "put back",
                () -> inventory.unlock(event, ticket, new TicketCalls.Unlock(RESALE_CHECKOUT, order, listing)));
    }

    /** Gives the ticket to the order's buyer: the seller's code is dead before the buyer's is born. */
    public TicketAnswer reassign(UUID event, UUID ticket, UUID order, UUID buyer) {
        return ask(ticket, "reassign", () -> inventory.reassign(event, ticket, new TicketCalls.Reassign(order, buyer)));
    }

    private TicketAnswer ask(UUID ticket, String what, Callable<Ticket> call) {
        try {
            return new TicketAnswer.Done(guard.call(call));
        } catch (HttpClientErrorException refused) {
            var refusal = read(refused);
            return switch (refusal.code()) {
                case "not-found", "ticket-used", "ticket-revoked", "ticket-locked", "ticket-limit", "fence-lost" ->
                    new TicketAnswer.Refused(refusal.code(), refusal.limit(), refusal.used());
                case null, default -> unknown(ticket, what, refused);
            };
        } catch (Exception e) {
            return unknown(ticket, what, e);
        }
    }

    private static Refusal read(HttpClientErrorException refused) {
        try {
            var refusal = refused.getResponseBodyAs(Refusal.class);
            return refusal == null ? new Refusal(null, null, null) : refusal;
        } catch (RuntimeException _) {
            return new Refusal(null, null, null); // not one of our services' answers
        }
    }

    private static TicketAnswer unknown(UUID ticket, String what, Exception cause) {
        log.atWarn()
                .addKeyValue("ticket_id", ticket)
                .addKeyValue("call", what)
                .setCause(cause)
                .log("inventory gave no answer");
        return new TicketAnswer.Unknown();
    }
}
