package io.boxoffice.waitingroom.presale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.common.web.Problems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** The keys of presales, asked for once and kept: a key never changes, only more codes come to be. */
@Component
class PresaleKeys {
    private static final Logger log = LoggerFactory.getLogger(PresaleKeys.class);
    private static final Duration UNUSED_FOR = Duration.ofHours(12);
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration AWAY_FOR = Duration.ofSeconds(1);
    private static final int AT_MOST = 10_000;

    private final PresaleCatalog catalog;
    private final InstantSource clock;
    private final Cache<UUID, Known> known = Caffeine.newBuilder()
            .maximumSize(AT_MOST)
            .expireAfterAccess(UNUSED_FOR)
            .build();

    PresaleKeys(PresaleCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @param until when event-service is asked again, if that may change anything */
    private record Known(Answer answer, Instant until) {}

    private sealed interface Answer {
        /** @param latest whether event-service said so when it was asked last */
        record Key(PresaleKey key, boolean latest) implements Answer {}

        /** No code was ever made. */
        record None() implements Answer {}

        record Away() implements Answer {}
    }

    /**
     * Whether a code is one of the event's that was handed out.
     *
     * @throws io.boxoffice.common.web.ProblemException 503 while nobody can tell
     */
    boolean confirm(PrintedCode code, UUID event) {
        var found = known.get(event, _ -> ask(event, null));
        if (isDue(found, code)) {
            // all who need it wait for one answer
            found = known.asMap().compute(event, (_, now) -> now == null || isDue(now, code) ? ask(event, now) : now);
        }
        return switch (found.answer()) {
            case Answer.Key(var key, var latest)
            when code.isMadeWith(key) -> code.serial() < key.issued() || unlessAway(!latest);
            case Answer.Key _, Answer.None _ -> false;
            case Answer.Away() -> unlessAway(true);
        };
    }

    private static boolean unlessAway(boolean away) {
        if (away) {
            throw Problems.unavailable("Presale codes cannot be checked just now; repeat the request.");
        }
        return false;
    }

    /** Whether event-service may know better by now. A MAC that is wrong stays wrong. */
    private boolean isDue(Known found, PrintedCode code) {
        var open = switch (found.answer()) {
            case Answer.Key(var key, var _) -> code.serial() >= key.issued() && code.isMadeWith(key);
            case Answer.None(), Answer.Away() -> true;
        };
        return open && !clock.instant().isBefore(found.until());
    }

    private Known ask(UUID event, @Nullable Known before) {
        try {
            return known(new Answer.Key(catalog.key(event), true), ASKED_AGAIN_AFTER);
        } catch (HttpClientErrorException.NotFound _) {
            return known(new Answer.None(), ASKED_AGAIN_AFTER);
        } catch (RestClientException | OAuth2AuthorizationException e) {
            log.atWarn().addKeyValue("event_id", event).setCause(e).log("event-service does not answer");
            var kept = before != null && before.answer() instanceof Answer.Key(var key, var _)
                    ? new Answer.Key(key, false)
                    : new Answer.Away();
            return known(kept, AWAY_FOR);
        }
    }

    private Known known(Answer answer, Duration lasts) {
        return new Known(answer, clock.instant().plus(lasts));
    }
}
