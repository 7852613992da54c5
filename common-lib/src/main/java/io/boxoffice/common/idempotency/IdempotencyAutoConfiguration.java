package io.boxoffice.common.idempotency;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys over the service's own database; inventory makes these per shard instead. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration"
        })
@ConditionalOnSingleCandidate(DataSource.class)
public class IdempotencyAutoConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            @Value("${idempotency.takeover-after:30s}") Duration takeoverAfter) {
        return new IdempotencyKeys(jdbc, new TransactionTemplate(transactions), json, takeoverAfter);
    }
}
