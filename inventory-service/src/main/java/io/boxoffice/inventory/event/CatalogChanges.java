package io.boxoffice.inventory.event;

import io.boxoffice.inventory.hold.HoldExpiry;
import io.boxoffice.inventory.seatmap.Layouts;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.Shard;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Follows the catalogue after the seats were made. Each change carries the event's version and has its effect only on a lower
 * one, so repeats and latecomers change nothing; an event that never got its seats has nothing to change. A cancellation is
 * final.
 */
@Service
class CatalogChanges {
    private static final Logger log = LoggerFactory.getLogger(CatalogChanges.class);

    private final EventTransactions events;
    private final Layouts layouts;
    private final HoldExpiry expiry;

    CatalogChanges(EventTransactions events, Layouts layouts, HoldExpiry expiry) {
        this.events = events;
        this.layouts = layouts;
        this.expiry = expiry;
    }

    void update(EventUpdated event) {
        change("event updated", event.eventId(), shard -> {
            boolean news = shard.jdbc()
                            .sql(
                                    "UPDATE shard_events SET aggregate_version = :version, name = :name, event_date = :date,"
                                            + " doors_open = :doors, ticket_limit = :limit, waiting_room_mode = :mode,"
                                            + " on_sale_date = :sale, time_zone = coalesce(:zone, time_zone),"
                                            + " paper_tickets = coalesce(:paper, paper_tickets), sale_state = :state"
                                            + " WHERE event_id = :event AND aggregate_version < :version"
                                            + " AND sale_state <> 'CANCELLED'")
                            .param("event", event.eventId())
                            .param("version", event.aggregateVersion())
                            .param("name", event.name())
                            .param("date", utc(event.date()))
                            .param("doors", utc(event.doorsOpen()))
                            .param("limit", event.ticketLimit())
                            .param("mode", event.waitingRoom().mode())
                            .param("sale", utc(event.onSaleFrom()))
                            .param("zone", event.timeZone())
                            .param("paper", event.paperTickets())
                            .param("state", event.isPostponed() ? "RESTING" : "ON")
                            .update()
                    == 1;
            if (news) {
                event.pricingTiers().forEach(tier -> reprice(shard, event.eventId(), tier));
            }
            return news;
        });
    }

    /** What is held or sold keeps the price stamped on it. */
    private static void reprice(Shard shard, UUID event, EventPublished.Price tier) {
        var price = tier.price().setScale(2, RoundingMode.HALF_UP);
        int changed = shard.jdbc()
                .sql("UPDATE sections SET price = ? WHERE event_id = ? AND section = ? AND price <> ?")
                .params(price, event, tier.section(), price)
                .update();
        if (changed > 0) {
            shard.jdbc()
                    .sql("UPDATE seats SET price = ? WHERE event_id = ? AND section = ? AND status = 'AVAILABLE'")
                    .params(price, event, tier.section())
                    .update();
        }
    }

    void postpone(EventPostponed event) {
        change(
                "event postponed",
                event.eventId(),
                shard -> shard.jdbc()
                                .sql("UPDATE shard_events SET aggregate_version = :version, sale_state = 'RESTING',"
                                        + " event_date = coalesce(:date, event_date) WHERE event_id = :event"
                                        + " AND aggregate_version < :version AND sale_state <> 'CANCELLED'")
                                .param("event", event.eventId())
                                .param("version", event.aggregateVersion())
                                .param("date", utc(event.date()))
                                .update()
                        == 1);
    }

    /** Holds end after the sale is closed; a crash in between, or a hold placed just then, is left to the next sweep. */
    void cancel(EventCancelled event) {
        change(
                "event cancelled",
                event.eventId(),
                shard -> shard.jdbc()
                                .sql(
                                        "UPDATE shard_events SET aggregate_version = greatest(aggregate_version, :version),"
                                                + " sale_state = 'CANCELLED' WHERE event_id = :event AND sale_state <> 'CANCELLED'")
                                .param("event", event.eventId())
                                .param("version", event.aggregateVersion())
                                .update()
                        == 1);
        if (events.knows(event.eventId())) {
            expiry.expire(event.eventId());
        }
    }

    private void change(String what, UUID event, Function<Shard, Boolean> effect) {
        if (events.knows(event) && events.inTransaction(event, effect)) {
            log.atInfo().addKeyValue("event_id", event).log(what);
            layouts.changed(event);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
