package io.boxoffice.resale.ticket;

import org.jspecify.annotations.Nullable;

/** What inventory says to a call about one ticket. */
public sealed interface TicketAnswer {
    /** Done, now or before; this is the ticket since. */
    record Done(Ticket ticket) implements TicketAnswer {}

    /** A definite no: {@code not-found, ticket-used, ticket-revoked, ticket-locked, ticket-limit, fence-lost}. */
    record Refused(
            String code, @Nullable Integer limit, @Nullable Integer used) implements TicketAnswer {}

    /** Nobody can tell; ask again. */
    record Unknown() implements TicketAnswer {}
}
