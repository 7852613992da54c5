package io.boxoffice.resale.listing;

import io.boxoffice.resale.ticket.Ticket;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A listing that passed every check but the locks. */
public record NewListing(UUID eventId, UUID sellerId, BigDecimal priceEach, String currency, List<Ticket> tickets) {}
