package io.boxoffice.inventory.availability;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.inventory.cache.CacheProperties;
import io.boxoffice.inventory.cache.Forgetful;
import io.boxoffice.inventory.cache.Hits;
import io.boxoffice.inventory.cache.SharedLayer;
import io.boxoffice.inventory.follow.Following;
import io.boxoffice.inventory.shard.EventTransactions;
import io.boxoffice.inventory.shard.ShardRouter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pictures of events: in memory, before those in Redis, before the shard; renewed when seats change. While somebody looks at an
 * event it is followed, and what its follower sees is in memory, too, and newer.
 */
@Component
public class Availabilities implements Forgetful {
    private static final String PREFIX = "cache:availability:";
    private static final long REMEMBERED = 1_000;
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ShardRouter router;
    private final EventTransactions events;
    private final Snapshots snapshots;
    private final Following following;
    private final SharedLayer shared;
    private final CacheProperties properties;
    private final JsonMapper json;
    private final Hits l2;
    private final Hits l3;
    private final Cache<UUID, Picture> pictures =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Availabilities(
            ShardRouter router,
            EventTransactions events,
            Snapshots snapshots,
            Following following,
            SharedLayer shared,
            CacheProperties properties,
            JsonMapper json,
            MeterRegistry metrics) {
        this.router = router;
        this.events = events;
        this.snapshots = snapshots;
        this.following = following;
        this.shared = shared;
        this.properties = properties;
        this.json = json;
        this.l2 = new Hits("l2", metrics);
        this.l3 = new Hits("l3", metrics);
    }

    /** The picture as everybody sees it. @throws io.boxoffice.common.web.ProblemException 404 for an event without seats */
    public Availability of(UUID event) {
        var followed = followed(event);
        if (followed.isPresent()) {
            l3.hit();
            return followed.get();
        }
        router.placeOf(event);
        var picture = pictures.get(event, _ -> new Picture());
        var known = picture.fresh(properties.l3().toNanos());
        if (known != null) {
            l3.hit();
            return known;
        }
        l3.miss();
        return picture.ask(() -> fromRedis(event));
    }

    /** The picture of this moment, for who found nothing in the one that everybody sees. */
    public Availability now(UUID event) {
        return followed(event).orElseGet(() -> nowUnfollowed(event));
    }

    private Optional<Availability> followed(UUID event) {
        return following.shown(event).map(shown -> Availability.of(event, shown));
    }

    private Availability nowUnfollowed(UUID event) {
        router.placeOf(event);
        var picture = pictures.get(event, _ -> new Picture());
        var known = picture.fresh(A_MOMENT_NANOS);
        return known != null ? known : picture.ask(() -> fromShard(event, shared.find(PREFIX + event)));
    }

    private Availability fromRedis(UUID event) {
        var found = shared.find(PREFIX + event);
        if (found.text() != null) {
            try {
                var availability = json.readValue(found.text(), Availability.class);
                l2.hit();
                return availability;
            } catch (JacksonException _) {
                // another version of this service wrote it
            }
        }
        l2.miss();
        return fromShard(event, found);
    }

    private Availability fromShard(UUID event, SharedLayer.Found found) {
        var snapshot = events.read(event, shard -> snapshots.take(shard, event));
        shared.keep(
                PREFIX + event,
                found,
                json.writeValueAsString(snapshot.availability()),
                snapshot.onSale() ? properties.l2Sale() : properties.l2());
        return snapshot.availability();
    }

    /** Redis first: who reads after memory has forgotten must not find the old picture there. */
    void changed(UUID event) {
        shared.changed(PREFIX + event);
        changedElsewhere(event);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void changedElsewhere(UUID event) {
        var picture = pictures.getIfPresent(event);
        if (picture != null) {
            picture.changed();
        }
    }

    @Override
    public void everythingMayHaveChanged() {
        pictures.asMap().values().forEach(Picture::changed);
    }
}
