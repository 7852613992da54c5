package io.boxoffice.auditor;

import io.boxoffice.auditor.watch.AuditorProperties;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
@EnableConfigurationProperties(AuditorProperties.class)
class AuditorApplication {

    static void main(String[] args) {
        SpringApplication.run(AuditorApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
