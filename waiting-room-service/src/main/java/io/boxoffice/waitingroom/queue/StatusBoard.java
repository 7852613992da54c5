package io.boxoffice.waitingroom.queue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.WaitingRoomProperties;
import io.boxoffice.waitingroom.WaitingRoomProperties.Mode;
import io.boxoffice.waitingroom.control.QueueControl;
import io.boxoffice.waitingroom.control.QueueControls;
import io.boxoffice.waitingroom.event.EventOnSale;
import io.boxoffice.waitingroom.event.EventOnSale.QueueMode;
import io.boxoffice.waitingroom.event.Events;
import io.boxoffice.waitingroom.queue.QueueStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The status of each line, looked up once a second however many ask. */
@Service
public class StatusBoard {
    /** How caches may keep it. */
    public static final String FOR_ALL = "public, max-age=1, stale-while-revalidate=1";

    private static final Duration SHOWN_FOR = Duration.ofSeconds(1);
    private static final int AT_MOST = 50_000;
    private static final int TAG_BYTES = 8;
    private static final int RECOVERING = 8;

    private final Events events;
    private final LineScripts scripts;
    private final QueueControls controls;
    private final WaitingRoomProperties properties;
    private final JsonMapper json;
    private final LoadingCache<UUID, Optional<Shown>> board = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterWrite(SHOWN_FOR)
            .build(this::look);

    StatusBoard(
            Events events,
            LineScripts scripts,
            QueueControls controls,
            WaitingRoomProperties properties,
            JsonMapper json) {
        this.json = json;
        this.controls = controls;
        this.events = events;
        this.scripts = scripts;
        this.properties = properties;
    }

    /** The document as it is sent, and its tag. */
    @SuppressWarnings("ArrayRecordComponent") // made once and sent; nobody compares it
    public record Shown(byte[] json, String tag) {}

    /** What everybody may know of the line now; empty where there is no such event. */
    public Optional<Shown> of(UUID eventId) {
        return board.get(eventId);
    }

    private Optional<Shown> look(UUID eventId) {
        return events.find(eventId).map(this::look).map(this::shown);
    }

    private Shown shown(QueueStatus status) {
        var written = json.writeValueAsBytes(status);
        return new Shown(written, "\"" + HexFormat.of().formatHex(Bytes.sha256(written), 0, TAG_BYTES) + "\"");
    }

    private QueueStatus look(EventOnSale event) {
        var seen = scripts.status(event.eventId());
        var now = Instant.ofEpochMilli(seen.number(0));
        var control = controls.of(seen);
        return new QueueStatus(
                state(event, now, seen.word(3), control),
                event.opensAt(),
                seen.number(2),
                seen.number(1),
                control.rateNow(),
                message(event, control, seen.number(RECOVERING) == 1),
                // those with less than a minute to wait are near
                new QueueStatus.PollPolicy(
                        scripts.usual(event).toSeconds(), properties.pollMin().toSeconds(), control.ratePerMinute()),
                event.priceTiers());
    }

    private static @Nullable String message(EventOnSale event, QueueControl control, boolean recovering) {
        if (recovering && event.status() == EventOnSale.Status.ON) {
            return "The queue is being restored. Your place is kept; stay on this page.";
        }
        return switch (event.status()) {
            case CANCELLED -> "This event is cancelled.";
            case POSTPONED -> "This event is postponed.";
            case ON -> event.mode() == QueueMode.OFF ? "This event has no queue." : control.message();
        };
    }

    private static State beforeOpening(EventOnSale event, Instant now) {
        var presale = event.presaleAt();
        if (!now.isBefore(event.lobbyOpensAt())) {
            return State.LOBBY;
        }
        return presale == null || now.isBefore(presale) ? State.NOT_OPEN : State.OPEN;
    }

    /** What was heard of the line goes before what is remembered of the event: it is the same for all instances. */
    private static State state(EventOnSale event, Instant now, String closed, QueueControl control) {
        var off = event.mode() == QueueMode.OFF || event.status() != EventOnSale.Status.ON;
        if (off || closed.startsWith("event-") || !now.isBefore(event.closesAt())) {
            return State.CLOSED;
        }
        var early = now.isBefore(event.opensAt()) ? beforeOpening(event, now) : State.OPEN;
        if (early != State.OPEN) {
            return early;
        }
        if (!closed.isEmpty()) {
            return State.SOLD_OUT;
        }
        return control.mode() == Mode.PAUSED ? State.PAUSED : State.OPEN;
    }
}
