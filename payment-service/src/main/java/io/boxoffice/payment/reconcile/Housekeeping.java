package io.boxoffice.payment.reconcile;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what can no longer be repeated. */
@Component
class Housekeeping {
    private final IdempotencyKeys keys;
    private final JdbcClient jdbc;

    Housekeeping(IdempotencyKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    void prune() {
        keys.prune();
        jdbc.sql("DELETE FROM webhook_inbox WHERE processed_at < clock_timestamp() - interval '30 days'")
                .update();
    }
}
