package io.boxoffice.waitingroom.event;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.boxoffice.common.web.Problems;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/**
 * The events we know, in memory: joins read no database. A known event stays known while our database or event-service is
 * away; an unknown one is asked for once and remembered as unknown for a moment. What is learned is published to those who need
 * to know early.
 */
@Service
public class Events {
    private static final Logger log = LoggerFactory.getLogger(Events.class);
    private static final Duration REFRESHED_AFTER = Duration.ofSeconds(10);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(2);
    private static final Duration UNUSED_FOR = Duration.ofHours(12);
    private static final int AT_MOST = 50_000;

    private final EventRepository repository;
    private final EventCatalog catalog;
    private final LineEnds ends;
    private final ApplicationEventPublisher learned;
    private final LoadingCache<UUID, Optional<EventOnSale>> known;

    Events(EventRepository repository, EventCatalog catalog, LineEnds ends, ApplicationEventPublisher learned) {
        this.repository = repository;
        this.catalog = catalog;
        this.ends = ends;
        this.learned = learned;
        this.known = Caffeine.newBuilder()
                .maximumSize(AT_MOST)
                .expireAfter(Expiry.<UUID, Optional<EventOnSale>>accessing((_, event) -> keptFor(event)))
                .refreshAfterWrite(REFRESHED_AFTER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build(this::load);
    }

    /** The event, if it is published. */
    public Optional<EventOnSale> find(UUID eventId) {
        return known.get(eventId);
    }

    /** Takes a newly published event, or a newer version of it. */
    void learn(EventOnSale event) {
        if (repository.save(event)) {
            learned.publishEvent(event);
            ends.set(event);
            known.invalidate(event.eventId());
        }
    }

    /** Takes the end of an event, unless something newer is known of it. */
    void end(EndedEvent event, EventOnSale.Status status) {
        repository.end(event, status).ifPresent(ended -> {
            ends.set(ended);
            known.invalidate(ended.eventId());
        });
    }

    private Optional<EventOnSale> load(UUID eventId) {
        var stored = repository.find(eventId);
        return stored.isPresent() ? stored : ask(eventId);
    }

    private Optional<EventOnSale> ask(UUID eventId) {
        try {
            var event = catalog.event(eventId).onSale();
            repository.save(event);
            learned.publishEvent(event);
            return Optional.of(event);
        } catch (HttpClientErrorException.NotFound _) {
            return Optional.empty();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.atWarn().addKeyValue("event_id", eventId).setCause(e).log("event-service does not answer");
            throw Problems.unavailable("This event cannot be looked up just now; repeat the request.");
        }
    }

    private static Duration keptFor(Optional<EventOnSale> event) {
        return event.isPresent() ? UNUSED_FOR : UNKNOWN_FOR;
    }
}
