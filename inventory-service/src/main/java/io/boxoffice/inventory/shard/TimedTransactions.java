package io.boxoffice.inventory.shard;

import io.micrometer.core.instrument.Timer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures each transaction of a shard, the wait for a connection and the commit included. */
final class TimedTransactions extends TransactionTemplate {
    private final transient DataSource pool;
    private final transient Timer timer;

    TimedTransactions(DataSource pool, Timer timer) {
        super(new JdbcTransactionManager(pool));
        this.pool = pool;
        this.timer = timer;
    }

    /** What joins a transaction under way is part of it. */
    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        if (TransactionSynchronizationManager.hasResource(pool)) {
            return super.execute(action);
        }
        long start = System.nanoTime();
        try {
            return super.execute(action);
        } finally {
            timer.record(System.nanoTime() - start, java.util.concurrent.TimeUnit.NANOSECONDS);
        }
    }
}
