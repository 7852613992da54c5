package io.boxoffice.inventory.shard;

import io.boxoffice.inventory.cache.Forgetful;
import io.boxoffice.inventory.cache.SharedLayer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * All shards of the directory, those that others add while we run included. One that does not answer holds up neither the start
 * nor the others: its events are refused until it is back. One that is closed is let go.
 */
@Component
public class Shards implements SmartLifecycle, Forgetful {
    private static final Logger log = LoggerFactory.getLogger(Shards.class);
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(30);
    private static final String PREFIX = "cache:shards:";
    private static final UUID ALL = new UUID(0, 0);

    private final ShardProperties properties;
    private final ShardRegister register;
    private final ShardOpener opener;
    private final ShardMetrics metrics;
    private final SharedLayer shared;
    private final Map<String, ManagedShard> shards = new ConcurrentSkipListMap<>();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile List<ShardRegister.Entry> entries = List.of();
    private volatile boolean running;

    Shards(
            ShardProperties properties,
            ShardRegister register,
            ShardOpener opener,
            ShardMetrics metrics,
            SharedLayer shared) {
        this.properties = properties;
        this.register = register;
        this.opener = opener;
        this.metrics = metrics;
        this.shared = shared;
    }

    /** The shards that can be used now. */
    public Collection<Shard> ready() {
        return shards.values().stream()
                .filter(ManagedShard::isReady)
                .map(ManagedShard::shard)
                .toList();
    }

    /** Those of them that have events: the others' connections may rest. */
    public Collection<Shard> inUse() {
        return entries.stream()
                .map(entry -> inUse(entry, shards.get(entry.name())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Shard> inUse(ShardRegister.Entry entry, @Nullable ManagedShard managed) {
        return managed != null && managed.isReady() && (entry.events() > 0 || managed.isAsked())
                ? Optional.of(managed.shard())
                : Optional.empty();
    }

    /** What the directory said last of those that take events. */
    List<ShardRegister.Entry> open() {
        return entries.stream()
                .filter(entry -> entry.state() == ShardRegister.State.OPEN)
                .toList();
    }

    /** Whether it can be used now. */
    public boolean isReady(String name) {
        var managed = shards.get(name);
        return managed != null && managed.isReady();
    }

    /** @throws DataAccessResourceFailureException while its database was never there, or it is not ours to reach */
    public Shard get(String name) {
        var managed = managed(name);
        managed.ask();
        return managed.shard();
    }

    /**
     * A connection of its own, for whoever keeps it longer than a request may.
     *
     * @throws DataAccessResourceFailureException while it is away
     */
    public Connection connect(String name) {
        try {
            return managed(name).connect();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("shard " + name + " does not answer", e);
        }
    }

    private ManagedShard managed(String name) {
        var managed = shards.get(name);
        if (managed == null || !managed.isReady()) {
            throw new DataAccessResourceFailureException("shard " + name + " is away");
        }
        return managed;
    }

    /**
     * How a shard stands at this instance.
     *
     * @param schemaError why it is not ready
     */
    public record Standing(
            boolean ready,
            @Nullable String schemaVersion,
            @Nullable String schemaError,
            int active,
            int idle,
            int waiting) {}

    /** How this one stands here. */
    public Standing standing(String name) {
        var managed = shards.get(name);
        if (managed == null) {
            return new Standing(false, null, null, 0, 0, 0);
        }
        var pool = managed.pool().figures();
        return new Standing(
                managed.isReady(),
                managed.schemaVersion(),
                managed.schemaError(),
                pool.active(),
                pool.idle(),
                pool.waiting());
    }

    /** Whether settings say who we are at a shard of this name. */
    public boolean knowsUs(String name) {
        return properties.access(new ShardRegister.Entry(name, "", false, ShardRegister.State.OPEN, 0)) != null;
    }

    /** What settings say of a shard of this name; nothing where they have no address. */
    public ShardRegister.@Nullable Entry ofSettings(String name) {
        var database = properties.shards().get(name);
        return database == null || database.url().isEmpty()
                ? null
                : new ShardRegister.Entry(name, database.url(), database.dedicated(), ShardRegister.State.OPEN, 0);
    }

    /** After the directory's shards were changed here. */
    public void changed() {
        look();
        shared.changed(PREFIX + ALL);
    }

    /** Follows the directory; at a fixed rate, since that gives each run a thread of its own. */
    @Scheduled(fixedRateString = "${inventory.shards-look:2s}")
    void followed() {
        if (running) {
            try {
                look();
            } catch (DataAccessException e) {
                log.atWarn().setCause(e).log("the directory does not answer");
            }
        }
    }

    private void look() {
        looking.lock();
        try {
            shards.values().forEach(ManagedShard::unask);
            var now = register.all();
            now.forEach(this::follow);
            entries = now;
            metrics.show(now, this::isReady);
            shards.values().forEach(managed -> managed.pool().closeIdle(properties.poolIdle()));
        } finally {
            looking.unlock();
        }
    }

    private void follow(ShardRegister.Entry entry) {
        var managed = shards.get(entry.name());
        var access = entry.state() == ShardRegister.State.CLOSED ? null : properties.access(entry);
        if (managed != null && (access == null || !managed.isAt(entry.url()))) {
            shards.remove(entry.name());
            managed.close();
            log.atInfo().addKeyValue("shard", entry.name()).log("shard let go");
        }
        if (access != null && !shards.containsKey(entry.name())) {
            var added = new ManagedShard(entry.name(), access, opener);
            shards.put(entry.name(), added);
            added.start();
        }
    }

    @Override
    public void start() {
        properties.shards().forEach((name, database) -> {
            if (!database.url().isEmpty()) {
                register.enter(name, database.url(), database.dedicated());
            }
        });
        running = true;
        look();
        try {
            for (var managed : shards.values()) {
                if (!managed.triedWithin(FIRST_ATTEMPT)) {
                    log.atWarn().addKeyValue("shard", managed.shard().name()).log("shard is slow to open");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        looking.lock();
        try {
            shards.values().forEach(ManagedShard::close);
        } finally {
            looking.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before whatever serves or listens, and after it at the end. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void changedElsewhere(UUID all) {
        followed();
    }

    /** They are looked at soon enough. */
    @Override
    public void everythingMayHaveChanged() {
        // every few seconds anyway
    }
}
