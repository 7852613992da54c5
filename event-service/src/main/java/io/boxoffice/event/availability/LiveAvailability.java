package io.boxoffice.event.availability;

import io.boxoffice.event.availability.AvailabilityCounts.SectionCount;
import io.boxoffice.event.cache.Caches;
import io.boxoffice.event.cache.Key;
import io.boxoffice.event.cache.LayeredCache;
import io.boxoffice.event.cache.Sharing;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.type.TypeReference;

/** What is left of an event: inventory's figures, through the caches, and kept when inventory is away. */
@Component
public class LiveAvailability {
    private static final int MOST_EVENTS = 10_000;

    /** Nothing is for sale yet. */
    public static final Figures NONE = _ -> 0;

    /** What is left, by section. */
    @FunctionalInterface
    public interface Figures {
        /** Seats available in this section; null while nobody can tell. */
        @Nullable
        Integer of(String section);
    }

    /** What inventory said, and whether it was said during a sale. */
    record Counted(boolean onSale, Map<String, Integer> bySection) {}

    private final AvailabilityCounts inventory;
    private final LayeredCache<Counted> cache;
    private final Caches caches;

    LiveAvailability(AvailabilityCounts inventory, Caches caches) {
        this.inventory = inventory;
        this.caches = caches;
        this.cache = caches.cache(
                MOST_EVENTS,
                new TypeReference<>() {},
                counted -> counted.onSale() ? Sharing.DURING_SALE : Sharing.LONG);
    }

    /** The figures of an event whose seats are made. */
    public Figures of(UUID eventId, boolean onSale) {
        try {
            return cache.get(key(eventId), () -> ask(eventId, onSale)).bySection()::get;
        } catch (RestClientException | OAuth2AuthorizationException _) {
            return _ -> null;
        }
    }

    /** Whatever is known of this event is not true any more. */
    public void changed(UUID eventId) {
        caches.changed(key(eventId));
    }

    private Counted ask(UUID eventId, boolean onSale) {
        return new Counted(
                onSale,
                inventory.of(eventId).sections().stream()
                        .collect(Collectors.toUnmodifiableMap(SectionCount::section, SectionCount::available)));
    }

    private static Key key(UUID eventId) {
        return Key.of("counts:" + eventId);
    }
}
