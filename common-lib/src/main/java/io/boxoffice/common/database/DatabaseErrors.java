package io.boxoffice.common.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Counts statements that a database failed: {@code boxoffice_db_errors_total}. A lost race is none: integrity constraints
 * (SQLSTATE class 23) and serialisation failures (class 40) are how our guards say no.
 */
public final class DatabaseErrors {
    private static final Set<String> LOST_RACES = Set.of("23", "40");

    private final Counter errors;

    DatabaseErrors(MeterRegistry metrics) {
        this.errors = metrics.counter("boxoffice.db.errors");
    }

    /** Has this template's failures counted; what callers see stays the same. */
    public JdbcTemplate countedIn(JdbcTemplate template) {
        template.setExceptionTranslator(new Counting(template.getExceptionTranslator()));
        return template;
    }

    private final class Counting implements SQLExceptionTranslator {
        private final SQLExceptionTranslator translator;

        Counting(SQLExceptionTranslator translator) {
            this.translator = translator;
        }

        @Override
        public @Nullable DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
            var state = failure.getSQLState();
            if (state == null || state.length() < 2 || !LOST_RACES.contains(state.substring(0, 2))) {
                errors.increment();
            }
            return translator.translate(task, sql, failure);
        }
    }
}
