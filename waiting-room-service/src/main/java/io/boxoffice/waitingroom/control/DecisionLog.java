package io.boxoffice.waitingroom.control;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes down each turn of a rate, beside the tick that made it: admission waits for no database. A turn that cannot be written
 * is still told, as AdmissionRateChanged.
 */
@Repository
class DecisionLog {
    private static final Logger log = LoggerFactory.getLogger(DecisionLog.class);

    private final JdbcClient jdbc;
    private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();

    DecisionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(UUID event, RateStep step) {
        log.atInfo()
                .addKeyValue("event_id", event)
                .addKeyValue("decision", step.outcome())
                .addKeyValue("rate_before", step.before())
                .addKeyValue("rate_per_minute", step.rate())
                .addKeyValue("reason", step.reason())
                .log("admission rate turned");
        beside.execute(() -> write(event, step));
    }

    private void write(UUID event, RateStep step) {
        try {
            jdbc.sql("""
                            INSERT INTO rate_decisions (event_id, decision, rate_before, rate_per_minute, reason)
                            VALUES (?, ?, ?, ?, ?)""")
                    .param(event)
                    .param(step.outcome())
                    .param(step.before())
                    .param(step.rate())
                    .param(step.reason())
                    .update();
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("event_id", event).setCause(e).log("turn of the rate not written down");
        }
    }
}
