package io.boxoffice.inventory.shard;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import io.boxoffice.common.messaging.IdempotentConsumer;
import io.boxoffice.common.messaging.Outbox;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One database of seats with everything that must share its transactions.
 *
 * @param name as the directory knows it
 * @param dataSource its pool
 * @param jdbc statements, inside or outside a transaction
 * @param transactions opens one
 * @param outbox what its transactions want told
 * @param idempotency answers stored beside their effects
 * @param consumer messages that have had their effect here
 */
public record Shard(
        String name,
        DataSource dataSource,
        JdbcClient jdbc,
        TransactionTemplate transactions,
        Outbox outbox,
        IdempotencyKeys idempotency,
        IdempotentConsumer consumer) {
    private static final int ATTEMPTS = 5;

    /** Runs the work in one transaction; as a victim of a deadlock or a serialisation failure it simply runs again. */
    public <T> T inTransaction(Supplier<T> work) {
        return retrying(() -> Objects.requireNonNull(transactions.execute(_ -> work.get())));
    }

    /** Repeats work that opens a transaction itself when PostgreSQL asks for it (40P01, 40001). */
    public static <T> T retrying(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (PessimisticLockingFailureException victim) {
                if (attempt == ATTEMPTS) {
                    throw victim;
                }
                backOff(attempt);
            }
        }
    }

    /** Waits before attempt n + 1: exponentially longer, and at random so that rivals part. */
    public static void backOff(int attempt) {
        long most = 10_000_000L << attempt;
        LockSupport.parkNanos(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
    }
}
