package io.boxoffice.waitingroom.queue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.queue.QueueStatus.PollPolicy;
import io.boxoffice.waitingroom.queue.QueueStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The status of each line, looked up once a second however many ask. */
@Service
class StatusBoard {
    private static final Duration SHOWN_FOR = Duration.ofSeconds(1);
    private static final int AT_MOST = 50_000;

    private final Events events;
    private final LineScripts scripts;
    private final WaitingRoomProperties properties;
    private final LoadingCache<UUID, Optional<QueueStatus>> board = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(SHOWN_FOR)
            .build(this::look);

    StatusBoard(Events events, LineScripts scripts, WaitingRoomProperties properties) {
        this.events = events;
        this.scripts = scripts;
        this.properties = properties;
    }

    Optional<QueueStatus> of(UUID eventId) {
        return board.get(eventId);
    }

    private Optional<QueueStatus> look(UUID eventId) {
        return events.find(eventId).map(this::look);
    }

    private QueueStatus look(EventOnSale event) {
        var seen = scripts.status(event.eventId());
        var now = Instant.ofEpochMilli(seen.number(0));
        var admission = properties.admission();
        return new QueueStatus(
                state(event, now, seen.number(3) == 1),
                event.opensAt(),
                seen.number(2),
                seen.number(1),
                admission.effectiveRate(),
                event.mode() == QueueMode.OFF ? "This event has no queue." : null,
                // those with less than a minute to wait are near
                new PollPolicy(
                        properties.pollDefault().toSeconds(),
                        properties.pollMin().toSeconds(),
                        admission.rate()),
                event.priceTiers());
    }

    private State state(EventOnSale event, Instant now, boolean soldOut) {
        if (event.mode() == QueueMode.OFF || !now.isBefore(event.closesAt())) {
            return State.CLOSED;
        }
        if (now.isBefore(event.opensAt())) {
            return State.NOT_OPEN;
        }
        if (soldOut) {
            return State.SOLD_OUT;
        }
        return properties.admission().mode() == Mode.PAUSED ? State.PAUSED : State.OPEN;
    }
}
