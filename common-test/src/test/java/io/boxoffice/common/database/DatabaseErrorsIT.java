package io.boxoffice.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boxoffice.common.Ids;
import io.boxoffice.common.app.SampleApplication;
import io.boxoffice.common.test.IssuerConnection;
import io.boxoffice.common.test.KafkaConnection;
import io.boxoffice.common.test.PostgresConnection;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:boxoffice-defaults.yaml",
            "spring.application.name=sample",
            "spring.flyway.locations=classpath:db/common",
            "boxoffice.messaging.outbox=true",
            "server.port=0"
        })
@Import({PostgresConnection.class, KafkaConnection.class, IssuerConnection.class})
class DatabaseErrorsIT {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry metrics;

    @Test
    void aFailedStatementIsCounted() {
        double before = errors();

        assertThatThrownBy(() -> jdbc.sql("SELECT 1 FROM nowhere").query().singleValue())
                .isInstanceOf(BadSqlGrammarException.class);

        assertThat(errors()).isEqualTo(before + 1);
    }

    @Test
    void aLostRaceIsNoError() {
        var insert = jdbc.sql("INSERT INTO processed_messages (consumer, message_id) VALUES ('race', ?)")
                .param(Ids.next());
        insert.update();
        double before = errors();

        assertThatThrownBy(insert::update).isInstanceOf(DuplicateKeyException.class);

        assertThat(errors()).isEqualTo(before);
    }

    private double errors() {
        return metrics.get("boxoffice.db.errors").counter().count();
    }
}
