package io.boxoffice.waitingroom.redis;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Which events have a line, for those who look after them. The set in Redis is the truth between instances and restarts: an
 * event is in it before its first join.
 */
@Component
public class Watchlist {
    private static final String EVENTS = "queue-events";

    private final StringRedisTemplate redis;
    private final Set<UUID> events = ConcurrentHashMap.newKeySet();
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Set<UUID> untold = ConcurrentHashMap.newKeySet();
    private final Set<UUID> forgotten = ConcurrentHashMap.newKeySet();

    Watchlist(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** Looks after this event from now on, and soon. */
    public void watch(UUID event) {
        if (!events.contains(event)) {
            RedisAway.translated(() -> redis.opsForSet().add(EVENTS, event.toString()));
            events.add(event);
            forgotten.remove(event);
        }
        busy.add(event);
    }

    /** Looks after these as well; the next refresh tells the other instances. */
    public void lookAfter(Collection<UUID> others) {
        events.addAll(others);
    }

    /** Looks after this event no more, until somebody joins again; an instance that still does may note it once more. */
    public void forget(UUID event) {
        forgotten.add(event);
        events.remove(event);
        busy.remove(event);
        untold.remove(event);
        RedisAway.translated(() -> redis.opsForSet().remove(EVENTS, event.toString()));
    }

    /** Takes over what other instances, or earlier lives of this one, look after; repairs the set if Redis lost it. */
    public void refresh() {
        var stored = RedisAway.translated(() -> redis.opsForSet().members(EVENTS));
        var missing = events.stream()
                .map(UUID::toString)
                .filter(event -> !stored.contains(event))
                .toArray(String[]::new);
        if (missing.length > 0) {
            RedisAway.translated(() -> redis.opsForSet().add(EVENTS, missing));
        }
        stored.stream()
                .map(UUID::fromString)
                .filter(event -> !forgotten.contains(event))
                .forEach(events::add);
    }

    public Set<UUID> all() {
        return Set.copyOf(events);
    }

    /** Those with somebody in the line or on the site; the others need a look only now and then. */
    public Set<UUID> busy() {
        return Set.copyOf(busy);
    }

    /** Those with something to tell. */
    public Set<UUID> untold() {
        return Set.copyOf(untold);
    }

    /** Notes what a look at the event showed. */
    public void seen(UUID event, boolean somebodyThere, boolean somethingToTell) {
        if (somebodyThere) {
            busy.add(event);
        } else {
            busy.remove(event);
        }
        if (somethingToTell) {
            untold.add(event);
        }
    }

    /** Notes that all was told; the next look finds what came since. */
    public void told(UUID event) {
        untold.remove(event);
    }
}
