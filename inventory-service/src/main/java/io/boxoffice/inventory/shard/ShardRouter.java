package io.boxoffice.inventory.shard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.cache.Forgetful;
import io.boxoffice.inventory.cache.SharedLayer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** From an event to its place, and from there to its shard. What is remembered may be old: the gate of the shard knows better. */
@Component
public class ShardRouter implements Forgetful {
    /** How long a caller waits for a move. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String PREFIX = "cache:place:";
    private static final long REMEMBERED = 100_000;

    private final ShardDirectory directory;
    private final Shards shards;
    private final ShardProperties properties;
    private final SharedLayer shared;
    private final Reopening reopening;
    private final Cache<UUID, Place> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ShardRouter(ShardDirectory directory, Shards shards, ShardProperties properties, SharedLayer shared) {
        this.directory = directory;
        this.shards = shards;
        this.properties = properties;
        this.shared = shared;
        this.reopening = new Reopening(this, PATIENCE);
    }

    /**
     * Where this event is, as far as we know.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event that has no shard
     */
    public Place placeOf(UUID event) {
        return find(event).orElseThrow(Problems::notFound);
    }

    /** The same, or nothing for an event that was never placed. */
    Optional<Place> find(UUID event) {
        var place = known.getIfPresent(event);
        return place != null ? Optional.of(place) : ask(event);
    }

    /** Where this event is, as the directory says now. */
    Place askAgain(UUID event) {
        return ask(event).orElseThrow(Problems::notFound);
    }

    private Optional<Place> ask(UUID event) {
        var place = directory.placeOf(event);
        place.ifPresentOrElse(found -> known.put(event, found), () -> known.invalidate(event));
        return place;
    }

    /**
     * Where an event can be written that could not be written where we thought; waits for the end of a move, at most three
     * seconds.
     *
     * @throws io.boxoffice.common.web.ProblemException 404 for an event that has no seats
     * @throws DataAccessResourceFailureException when the move takes longer
     */
    public Place reopened(UUID event) {
        return reopening.of(event);
    }

    static DataAccessResourceFailureException movesTooLong(UUID event) {
        return new DataAccessResourceFailureException("event " + event + " is being moved");
    }

    /** @throws DataAccessResourceFailureException while it is away */
    public Shard shard(Place place) {
        return shards.get(place.shard());
    }

    /** Decides where a new event goes, unless that is decided; among the shards that answer now if any does. */
    Place place(UUID event, boolean hot) {
        var ready = shards.ready().stream().map(Shard::name).toList();
        var candidates = ready.isEmpty() ? List.copyOf(properties.shards().keySet()) : ready;
        var dedicated = candidates.stream().filter(this::dedicated).toList();
        var shared = candidates.stream().filter(name -> !dedicated(name)).toList();
        var place = directory.place(event, hot, shared, dedicated);
        known.put(event, place);
        return place;
    }

    private boolean dedicated(String name) {
        var database = properties.shards().get(name);
        return database != null && database.dedicated();
    }

    /** After the directory was told that an event lives elsewhere. */
    public void changed(UUID event) {
        known.invalidate(event);
        shared.changed(PREFIX + event);
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void changedElsewhere(UUID event) {
        known.invalidate(event);
    }

    @Override
    public void everythingMayHaveChanged() {
        known.invalidateAll();
    }
}
