package io.boxoffice.inventory.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of the catalogue's announcement. */
record EventPublished(
        UUID eventId,
        long aggregateVersion,
        @Nullable UUID organizerId,
        String name,
        Instant date,
        @Nullable Instant doorsOpen,
        String currency,
        int ticketLimit,
        boolean hot,
        SaleDates saleDates,
        List<Price> pricingTiers,
        WaitingRoom waitingRoom,
        @Nullable String timeZone,
        @Nullable Boolean paperTickets,
        List<Section> sections) {

    /** When holds may be placed: from the presale on where a waiting room asks for its codes. */
    Instant onSaleFrom() {
        return saleDates.from(waitingRoom);
    }

    record SaleDates(@Nullable Instant presale, Instant general) {
        Instant from(WaitingRoom waitingRoom) {
            return presale == null || "OFF".equals(waitingRoom.mode()) ? general : presale;
        }
    }

    record Price(String section, BigDecimal price) {}

    record WaitingRoom(String mode) {}

    record Section(
            String section,
            String kind,
            @Nullable String gate,
            @Nullable Point focalPoint,
            @Nullable Integer capacity,
            @Nullable List<Row> rows) {}

    record Row(
            String row,
            int from,
            int to,
            @Nullable Point origin,
            @Nullable Point step,
            @Nullable List<Integer> accessible,
            @Nullable List<Integer> companion,
            @Nullable List<Integer> restrictedView) {}

    record Point(double x, double y) {}
}
