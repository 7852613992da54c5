package io.boxoffice.fleet.provider.books;

import io.boxoffice.fleet.standalone.FleetProperties;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens the books before anything can ask for them. */
@Configuration(proxyBeanMethods = false)
public class BooksConfiguration {
    @Bean
    Books books(FleetProperties fleet, JsonMapper json, InstantSource clock) {
        return new Books(fleet.dataDir().resolve("books.journal"), json, clock);
    }
}
