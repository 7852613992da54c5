package io.boxoffice.event;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Venues, events, prices, sale phases. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
class EventApplication {

    static void main(String[] args) {
        SpringApplication.run(EventApplication.class, args);
    }
}
