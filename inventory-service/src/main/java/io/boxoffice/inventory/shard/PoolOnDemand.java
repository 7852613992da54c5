package io.boxoffice.inventory.shard;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of a shard, opened when the first one is wanted and closed again when nobody has wanted one for a while. */
final class PoolOnDemand extends AbstractDataSource {
    private final String name;
    private final Supplier<HikariDataSource> opener;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile long wantedAt = System.nanoTime();
    private @Nullable HikariDataSource pool;
    private boolean closed;

    PoolOnDemand(String name, Supplier<HikariDataSource> opener) {
        this.name = name;
        this.opener = opener;
    }

    /** How many connections are in use, are not, and are waited for. */
    record Figures(int active, int idle, int waiting) {}

    @Override
    public Connection getConnection() throws SQLException {
        wantedAt = System.nanoTime();
        while (true) {
            lock.readLock().lock();
            try {
                var open = pool;
                if (open != null) {
                    return open.getConnection();
                }
            } finally {
                lock.readLock().unlock();
            }
            open();
        }
    }

    private void open() throws SQLException {
        lock.writeLock().lock();
        try {
            if (closed) {
                throw new SQLTransientConnectionException("shard " + name + " is closed");
            }
            if (pool == null) {
                pool = opener.get();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new java.sql.SQLFeatureNotSupportedException("a pool has one user");
    }

    /** Closes what nobody has wanted for so long. */
    void closeIdle(Duration idle) {
        if (System.nanoTime() - wantedAt < idle.toNanos() || !lock.writeLock().tryLock()) {
            return;
        }
        try {
            if (pool != null && pool.getHikariPoolMXBean().getActiveConnections() == 0) {
                pool.close();
                pool = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    Figures figures() {
        lock.readLock().lock();
        try {
            var now = pool == null ? null : pool.getHikariPoolMXBean();
            return now == null
                    ? new Figures(0, 0, 0)
                    : new Figures(
                            now.getActiveConnections(), now.getIdleConnections(), now.getThreadsAwaitingConnection());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** For good. */
    void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            if (pool != null) {
                pool.close();
                pool = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
