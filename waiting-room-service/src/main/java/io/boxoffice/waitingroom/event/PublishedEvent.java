package io.boxoffice.waitingroom.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Our own reading of event-service's {@code EventPublished}, which is also its internal answer. */
record PublishedEvent(
        UUID eventId,
        long aggregateVersion,
        Instant date,
        SaleDates saleDates,
        List<EventOnSale.PriceTier> pricingTiers,
        WaitingRoom waitingRoom) {

    record SaleDates(Instant general) {}

    record WaitingRoom(EventOnSale.QueueMode mode) {}

    EventOnSale onSale() {
        return new EventOnSale(
                eventId, aggregateVersion, waitingRoom.mode(), saleDates.general(), date, List.copyOf(pricingTiers));
    }
}
