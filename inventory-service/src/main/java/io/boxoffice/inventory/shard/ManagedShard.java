package io.boxoffice.inventory.shard;

import io.boxoffice.common.messaging.OutboxDrainer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shard with what keeps it going: migrated as soon as its database answers, then drained. */
final class ManagedShard {
    private static final Logger log = LoggerFactory.getLogger(ManagedShard.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

    private final ShardOpener opener;
    private final ShardProperties.Database database;
    private final PoolOnDemand pool;
    private final Shard shard;
    private final OutboxDrainer drainer;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile boolean asked;
    private volatile @Nullable String schemaVersion;
    private volatile @Nullable String schemaError;
    private final Thread opening;

    ManagedShard(String name, ShardProperties.Database database, ShardOpener opener) {
        this.opener = opener;
        this.database = database;
        this.pool = new PoolOnDemand(name, () -> opener.pool(name, database));
        this.shard = opener.shard(name, pool);
        this.drainer = opener.drainer(name, database);
        this.opening = Thread.ofVirtual().name("shard-" + name).unstarted(this::open);
    }

    void start() {
        opening.start();
    }

    private void open() {
        try {
            while (!migrated()) {
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
            schemaVersion = opener.migrate(database);
            schemaError = null;
        } catch (RuntimeException e) {
            schemaError = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            log.atWarn().addKeyValue("shard", shard.name()).setCause(e).log("shard not ready");
            return false;
        }
        drainer.start();
        ready = true;
        log.atInfo().addKeyValue("shard", shard.name()).log("shard ready");
        return true;
    }

    boolean triedWithin(Duration time) throws InterruptedException {
        return tried.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isReady() {
        return ready;
    }

    /** Somebody wanted something of an event here. */
    void ask() {
        asked = true;
    }

    void unask() {
        asked = false;
    }

    boolean isAsked() {
        return asked;
    }

    Shard shard() {
        return shard;
    }

    /** Another address is another database. */
    boolean isAt(String url) {
        return database.url().equals(url);
    }

    @Nullable
    String schemaVersion() {
        return schemaVersion;
    }

    @Nullable
    String schemaError() {
        return schemaError;
    }

    PoolOnDemand pool() {
        return pool;
    }

    /** A connection of its own, for whoever keeps it longer than a request may. */
    Connection connect() throws SQLException {
        return opener.unpooled(database).getConnection();
    }

    void close() {
        ready = false;
        opening.interrupt();
        drainer.stop();
        pool.close();
    }
}
