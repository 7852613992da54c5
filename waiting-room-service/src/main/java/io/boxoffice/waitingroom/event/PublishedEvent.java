package io.boxoffice.waitingroom.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our own reading of event-service's {@code EventPublished} and {@code EventUpdated}, which are also its internal answer. */
record PublishedEvent(
        UUID eventId,
        long aggregateVersion,
        Instant date,
        @Nullable String status,
        SaleDates saleDates,
        List<EventOnSale.PriceTier> pricingTiers,
        WaitingRoom waitingRoom) {

    record SaleDates(@Nullable Instant presale, Instant general) {}

    record WaitingRoom(EventOnSale.QueueMode mode, int lobbyMinutes) {}

    EventOnSale onSale() {
        return new EventOnSale(
                eventId,
                aggregateVersion,
                waitingRoom.mode(),
                saleDates.general(),
                saleDates.presale(),
                lobbyOpensAt(),
                date,
                standing(),
                List.copyOf(pricingTiers));
    }

    private Instant lobbyOpensAt() {
        var minutes = waitingRoom.mode() == EventOnSale.QueueMode.LOBBY ? waitingRoom.lobbyMinutes() : 0;
        return saleDates.general().minus(Duration.ofMinutes(minutes));
    }

    private EventOnSale.Status standing() {
        return switch (status) {
            case "CANCELLED" -> EventOnSale.Status.CANCELLED;
            case "POSTPONED" -> EventOnSale.Status.POSTPONED;
            case null, default -> EventOnSale.Status.ON;
        };
    }
}
