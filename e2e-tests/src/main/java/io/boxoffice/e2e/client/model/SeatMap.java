package io.boxoffice.e2e.client.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** The immutable layout of an event. */
public record SeatMap(UUID eventId, List<Section> sections) {

    /** A section with its rows from front to back. */
    public record Section(String section, String kind, BigDecimal price, List<Row> rows) {}

    /** Seats side by side. */
    public record Row(String row, List<Seat> seats) {}

    /** One seat. */
    public record Seat(String seatId, String seatNumber) {}
}
