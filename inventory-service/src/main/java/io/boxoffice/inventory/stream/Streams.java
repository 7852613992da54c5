package io.boxoffice.inventory.stream;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.inventory.follow.Following;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The streams of this instance. Stops before the web server does, and tells everybody when to come back. */
@Component
class Streams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Streams.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Following following;
    private final StreamProperties properties;
    private final Frames frames;
    private final Semaphore free;
    private final Map<UUID, Room> rooms = new ConcurrentHashMap<>();
    private volatile boolean running;

    Streams(Following following, StreamProperties properties, JsonMapper json, MeterRegistry metrics) {
        this.following = following;
        this.properties = properties;
        this.frames = new Frames(json);
        this.free = new Semaphore(properties.most());
        metrics.gauge("boxoffice.stream.viewers", free, now -> properties.most() - now.availablePermits());
    }

    /**
     * Whether an event may be looked at now.
     *
     * @throws ProblemException 404, or 503 {@code streams-full}
     */
    void admit(UUID event) {
        if (!running || free.availablePermits() <= 0) {
            throw full();
        }
        open(event);
    }

    /** The connection is there. @param last the version the viewer has, or {@link Viewer#NOTHING} */
    void join(UUID event, Ear ear, long last) {
        if (!free.tryAcquire()) {
            ear.close();
            return;
        }
        ear.whenClosed(free::release);
        try {
            var open = open(event);
            while (!open.audience().join(ear, last)) {
                open = open(event);
            }
            open.followed().wake();
        } catch (RuntimeException failure) {
            log.atWarn().addKeyValue("event_id", event).setCause(failure).log("viewer could not be shown an event");
            ear.close();
        }
    }

    private Room.Open open(UUID event) {
        while (true) {
            var room = rooms.computeIfAbsent(event, _ -> new Room());
            try {
                var open = room.open(opened -> begin(event, opened));
                if (open != null) {
                    return open;
                }
            } finally {
                if (room.known() == null) {
                    rooms.remove(event, room);
                }
            }
        }
    }

    private Room.Open begin(UUID event, Room room) {
        var audience = new EventAudience(frames, properties, System::nanoTime, () -> {
            rooms.remove(event, room);
            room.close();
        });
        return new Room.Open(audience, following.follow(event, audience));
    }

    private static ProblemException full() {
        return new ProblemException(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "streams-full",
                        "Ask for the availability now and then instead.")
                .retryAfter(Duration.ofSeconds(ThreadLocalRandom.current().nextLong(10, 30)));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var open = rooms.values().stream()
                .map(Room::known)
                .filter(Objects::nonNull)
                .map(Room.Open::followed)
                .toList();
        open.forEach(Following.Followership::end);
        try {
            for (var followed : open) {
                followed.awaitEnd(FAREWELL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
