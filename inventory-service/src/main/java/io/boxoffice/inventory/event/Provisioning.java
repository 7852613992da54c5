package io.boxoffice.inventory.event;

import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Gives a published event its shard and its seats. The shard is decided first and remembered; everything else is one
 * transaction of that shard, so whoever hears the announcement again after a crash finds all of it or nothing.
 */
@Service
class Provisioning {
    private static final Logger log = LoggerFactory.getLogger(Provisioning.class);
    private static final String TOPIC = "boxoffice.seats";

    private final EventTransactions events;
    private final InstantSource clock;

    Provisioning(EventTransactions events, java.time.Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void provision(UUID message, EventPublished event) {
        try {
            var plan = SeatPlan.of(event);
            if (events.begin(event.eventId(), event.hot(), (shard, epoch) -> makeSeats(shard, epoch, event, plan))) {
                log.atInfo()
                        .addKeyValue("event_id", event.eventId())
                        .addKeyValue("seats", plan.seats().size())
                        .log("seats provisioned");
            }
        } catch (SeatPlan.Impossible impossible) {
            events.begin(
                    event.eventId(),
                    event.hot(),
                    (shard, _) -> shard.consumer()
                            .once("provisioning", message, () -> refuse(shard, event.eventId(), impossible.reason())));
        }
    }

    private boolean makeSeats(Shard shard, int epoch, EventPublished event, SeatPlan plan) {
        if (!insertEvent(shard, epoch, event)) {
            return false;
        }
        for (var section : plan.sections()) {
            shard.jdbc()
                    .sql(
                            "INSERT INTO sections (event_id, section, section_no, kind, gate, price, capacity, focal_x, focal_y)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(event.eventId())
                    .param(section.section())
                    .param(section.number())
                    .param(section.kind())
                    .param(section.gate())
                    .param(section.price())
                    .param(section.capacity())
                    .param(section.focalPoint().x())
                    .param(section.focalPoint().y())
                    .update();
        }
        SeatCopy.write(shard.dataSource(), event.eventId(), plan.seats());
        tell(
                shard,
                "SeatsProvisioned",
                new ProvisioningEvent.SeatsProvisioned(
                        event.eventId(),
                        clock.instant(),
                        shard.name(),
                        plan.seats().size()));
        return true;
    }

    private static boolean insertEvent(Shard shard, int epoch, EventPublished event) {
        return shard.jdbc()
                        .sql(
                                "INSERT INTO shard_events (event_id, epoch, aggregate_version, name, event_date, doors_open,"
                                        + " currency, ticket_limit, waiting_room_mode, on_sale_date, time_zone, paper_tickets)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .param(event.eventId())
                        .param(epoch)
                        .param(event.aggregateVersion())
                        .param(event.name())
                        .param(event.date().atOffset(ZoneOffset.UTC))
                        .param(utc(event.doorsOpen()))
                        .param(event.currency())
                        .param(event.ticketLimit())
                        .param(event.waitingRoom().mode())
                        .param(event.onSaleFrom().atOffset(ZoneOffset.UTC))
                        .param(event.timeZone())
                        .param(!Boolean.FALSE.equals(event.paperTickets()))
                        .update()
                == 1;
    }

    private static java.time.@Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private void refuse(Shard shard, UUID event, String reason) {
        log.atWarn()
                .addKeyValue("event_id", event)
                .addKeyValue("reason", reason)
                .log("seats cannot be provisioned");
        tell(
                shard,
                "SeatsProvisioningFailed",
                new ProvisioningEvent.SeatsProvisioningFailed(event, clock.instant(), reason));
    }

    private static void tell(Shard shard, String name, ProvisioningEvent event) {
        shard.outbox().append(TOPIC, event.eventId(), name, event.eventId(), event);
    }
}
