package io.boxoffice.common.messaging;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionOperations;

/** Gives each message its effect exactly once in this database: the message's id is written in the effect's transaction. */
public final class IdempotentConsumer {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public IdempotentConsumer(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Runs {@code effect} in a transaction unless this consumer has had the message before.
     *
     * @return whether the effect ran
     */
    public boolean once(String consumer, UUID messageId, Runnable effect) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            int fresh = jdbc.sql("INSERT INTO processed_messages (consumer, message_id) VALUES (?, ?)"
                            + " ON CONFLICT DO NOTHING")
                    .params(consumer, messageId)
                    .update();
            if (fresh == 1) {
                effect.run();
            }
            return fresh == 1;
        }));
    }

    /** Forgets what was processed longer ago than any broker keeps messages for us. */
    @Scheduled(initialDelay = 1, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void prune() {
        jdbc.sql("DELETE FROM processed_messages WHERE processed_at < clock_timestamp() - interval '14 days'")
                .update();
    }
}
