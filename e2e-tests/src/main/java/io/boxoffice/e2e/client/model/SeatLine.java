package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A seat on a hold or an order. */
public record SeatLine(
        String seatId,
        String section,
        String row,
        String seatNumber,
        BigDecimal price,
        @Nullable String status) {}
