package io.boxoffice.event;

import io.boxoffice.common.idempotency.IdempotencyKeys;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets stored answers that nobody may ask for any more. */
@Component
class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private final IdempotencyKeys keys;

    Housekeeping(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void prune() {
        int pruned = keys.prune();
        if (pruned > 0) {
            log.atInfo().addKeyValue("keys", pruned).log("idempotency keys pruned");
        }
    }
}
