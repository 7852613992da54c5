package io.boxoffice.payment.order;

import io.boxoffice.payment.sql.Sql;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one account from starting orders as fast as only a machine would, however they end. */
@Component
class OrderVelocity {
    private static final Logger log = LoggerFactory.getLogger(OrderVelocity.class);
    private static final String WAIT = Sql.of("order/wait-for-velocity");

    private final JdbcClient jdbc;
    private final VelocityProperties properties;

    OrderVelocity(JdbcClient jdbc, VelocityProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /**
     * Call it in the transaction that places an order; it lets the account's requests in one by one until that ends.
     *
     * @throws io.boxoffice.common.web.ProblemException 429 {@code purchase-velocity}
     */
    void require(UUID userId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?::text, 0))")
                .param(userId)
                .query((_, _) -> userId)
                .single();
        jdbc.sql(WAIT)
                .param("user", userId)
                .param("window", properties.window().toMillis() / 1000.0)
                .param("most", properties.maxOrders())
                .query(Double.class)
                .optional()
                .ifPresent(seconds -> {
                    log.atWarn().addKeyValue("user_id", userId).log("account buys too fast");
                    throw OrderProblems.tooMany(Duration.ofSeconds((long) Math.ceil(seconds)));
                });
    }
}
