package io.boxoffice.inventory.shard;

import com.zaxxer.hikari.HikariDataSource;
import io.boxoffice.common.messaging.OutboxDrainer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * All shards. Each is migrated and drained as soon as its database answers; one that does not answer holds up neither the
 * start nor the others: its events are refused until it is back.
 */
@Component
public class Shards implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Shards.class);
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(30);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

    private final class Managed {
        private final Shard shard;
        private final HikariDataSource pool;
        private final ShardProperties.Database database;
        private final OutboxDrainer drainer;
        private final CountDownLatch tried = new CountDownLatch(1);
        private volatile boolean ready;
        private volatile @Nullable Thread opening;

        private Managed(String name, ShardProperties.Database database) {
            this.database = database;
            this.pool = opener.pool(name, database);
            this.shard = opener.shard(name, pool);
            this.drainer = opener.drainer(name, database);
        }

        private void open() {
            try {
                while (running && !migrated()) {
                    tried.countDown();
                    Thread.sleep(TRY_AGAIN_AFTER);
                }
                tried.countDown();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean migrated() {
            try {
                opener.migrate(database);
            } catch (RuntimeException e) {
                log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("shard not ready");
                return false;
            }
            drainer.start();
            ready = true;
            log.atInfo().addKeyValue("shard", shard.name()).log("shard ready");
            return true;
        }

        private void close() {
            var thread = opening;
            if (thread != null) {
                thread.interrupt();
            }
            drainer.stop();
            pool.close();
        }
    }

    private final ShardOpener opener;
    private final Map<String, Managed> shards = new TreeMap<>();
    private volatile boolean running;

    Shards(ShardProperties properties, ShardOpener opener) {
        this.opener = opener;
        properties.shards().forEach((name, database) -> shards.put(name, new Managed(name, database)));
    }

    /** The shards that can be used now. */
    public Collection<Shard> ready() {
        return shards.values().stream()
                .filter(managed -> managed.ready)
                .map(managed -> managed.shard)
                .toList();
    }

    /** @throws DataAccessResourceFailureException while its database was never there, or it is not ours to reach */
    Shard get(String name) {
        var managed = shards.get(name);
        if (managed == null || !managed.ready) {
            throw new DataAccessResourceFailureException("shard " + name + " is away");
        }
        return managed.shard;
    }

    @Override
    public void start() {
        running = true;
        shards.values()
                .forEach(managed -> managed.opening =
                        Thread.ofVirtual().name("shard-" + managed.shard.name()).start(managed::open));
        try {
            for (var managed : shards.values()) {
                if (!managed.tried.await(FIRST_ATTEMPT.toSeconds(), TimeUnit.SECONDS)) {
                    log.atWarn().addKeyValue("shard", managed.shard.name()).log("shard is slow to open");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        shards.values().forEach(Managed::close);
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
}
