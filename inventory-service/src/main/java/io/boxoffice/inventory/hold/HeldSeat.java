package io.boxoffice.inventory.hold;

import java.math.BigDecimal;
import java.util.UUID;

/** A seat of a hold with the price stamped on it. */
public record HeldSeat(UUID seatId, String section, String row, String seatNumber, BigDecimal price) {}
