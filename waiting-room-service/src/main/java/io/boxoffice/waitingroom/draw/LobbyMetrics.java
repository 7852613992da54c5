package io.boxoffice.waitingroom.draw;

import io.boxoffice.waitingroom.draw.LobbyScripts.Lobby;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Lobbies by event: join indexes given out, leaves not yet written down, draw positions moved into the line. */
@Component
class LobbyMetrics {
    private final MeterRegistry registry;
    private final Map<UUID, Gauges> events = new ConcurrentHashMap<>();

    private record Gauges(AtomicLong size, AtomicLong lag, AtomicLong filled) {}

    LobbyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void lobby(UUID event, Lobby lobby, long written) {
        var gauges = of(event);
        gauges.size().set(lobby.joins());
        gauges.lag().set(Math.max(0, lobby.joins() - written));
        filled(event, lobby.filled());
    }

    void filled(UUID event, long filled) {
        of(event).filled().set(Math.max(0, filled));
    }

    private Gauges of(UUID event) {
        return events.computeIfAbsent(event, this::register);
    }

    private Gauges register(UUID event) {
        var tags = Tags.of("event_id", event.toString());
        return new Gauges(
                registry.gauge("boxoffice.lobby.size", tags, new AtomicLong()),
                registry.gauge("boxoffice.lobby.leaves.lag", tags, new AtomicLong()),
                registry.gauge("boxoffice.lobby.filled", tags, new AtomicLong()));
    }
}
