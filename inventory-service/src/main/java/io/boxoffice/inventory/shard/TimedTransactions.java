package io.boxoffice.inventory.shard;

import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Measures each transaction of a shard, the wait for a connection and the commit included. */
final class TimedTransactions extends TransactionTemplate {
    private final transient Timer timer;

    TimedTransactions(PlatformTransactionManager transactions, Timer timer) {
        super(transactions);
        this.timer = timer;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        long start = System.nanoTime();
        try {
            return super.execute(action);
        } finally {
            timer.record(System.nanoTime() - start, java.util.concurrent.TimeUnit.NANOSECONDS);
        }
    }
}
