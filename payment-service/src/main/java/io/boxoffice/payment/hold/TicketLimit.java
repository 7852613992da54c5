package io.boxoffice.payment.hold;

/** How many tickets of an event one buyer may have, and has. */
public record TicketLimit(int limit, int used) {}
