package io.boxoffice.resale.listing;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A ticket in a listing, as it was when it was listed.
 *
 * @param sold whether a sale of the listing gave it to the buyer
 */
public record ListedTicket(
        UUID ticketId,
        UUID seatId,
        String section,
        String row,
        String seatNumber,
        BigDecimal facePrice,
        int generation,
        boolean sold) {}
