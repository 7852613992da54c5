package io.boxoffice.common.database;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the failures of every service's own database. */
@AutoConfiguration
public class DatabaseAutoConfiguration {

    @Bean
    @Lazy
    DatabaseErrors databaseErrors(MeterRegistry metrics) {
        return new DatabaseErrors(metrics);
    }

    /** The registry is asked for late: it must not be made before its own settings are read. */
    @Bean
    static BeanPostProcessor countedDatabaseErrors(ObjectProvider<DatabaseErrors> errors) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcTemplate template
                        ? errors.getObject().countedIn(template)
                        : bean;
            }
        };
    }
}
