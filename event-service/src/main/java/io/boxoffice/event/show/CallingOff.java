package io.boxoffice.event.show;

import io.boxoffice.common.web.Problems;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Cancels events for ever and puts events off. Asked again, nothing happens again. */
@Component
class CallingOff {
    private static final Logger log = LoggerFactory.getLogger(CallingOff.class);

    private final OwnEvents own;
    private final EventMoves moves;
    private final CatalogMessages messages;

    CallingOff(OwnEvents own, EventMoves moves, CatalogMessages messages) {
        this.own = own;
        this.moves = moves;
        this.messages = messages;
    }

    ChangeOutcome cancel(UUID eventId, UUID organizer, @Nullable String reason) {
        return own.change(eventId, organizer, (event, now) -> {
            if (!(event.progress() instanceof Progress.Published published)) {
                return new ChangeOutcome.NotPublished();
            }
            if (event.status(now) == EventStatus.ENDED) {
                return new ChangeOutcome.Ended();
            }
            if (moves.cancel(eventId, reason, now)) {
                messages.cancelled(eventId, published.version() + 1, now, reason);
                log.atInfo().addKeyValue("event_id", eventId).log("event cancelled");
            }
            return own.done(eventId);
        });
    }

    /** @param given another date, or null while it is not known */
    ChangeOutcome postpone(UUID eventId, UUID organizer, @Nullable Instant given) {
        var date = given == null ? null : given.truncatedTo(ChronoUnit.MICROS);
        return own.change(eventId, organizer, (event, now) -> {
            if (!(event.progress() instanceof Progress.Published published)) {
                return new ChangeOutcome.NotPublished();
            }
            return switch (event.status(now)) {
                case DRAFT -> new ChangeOutcome.NotPublished();
                case CANCELLED -> new ChangeOutcome.Cancelled();
                case ENDED -> new ChangeOutcome.Ended();
                case PUBLISHED, PRESALE, ON_SALE, SOLD_OUT, POSTPONED -> {
                    requireLater(date, event, now);
                    if (moves.postpone(eventId, date, now)) {
                        messages.postponed(eventId, published.version() + 1, now, date);
                        log.atInfo()
                                .addKeyValue("event_id", eventId)
                                .addKeyValue("date", date)
                                .log("event postponed");
                    }
                    yield own.done(eventId);
                }
            };
        });
    }

    private static void requireLater(@Nullable Instant date, Event event, Instant now) {
        if (date == null) {
            return;
        }
        if (!date.isAfter(now) || date.isAfter(EventRules.LATEST)) {
            throw Problems.invalid("/date", "A time ahead, before 2200.");
        }
        if (date.isBefore(event.terms().saleDates().general())) {
            throw Problems.invalid("/date", "Not before the general sale.");
        }
    }
}
