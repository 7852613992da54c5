package io.boxoffice.resale;

import io.boxoffice.common.security.AccessRules;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class ResaleApplication {

    static void main(String[] args) {
        SpringApplication.run(ResaleApplication.class, args);
    }

    /** No API of its own yet: every path is 404. */
    @Bean
    AccessRules accessRules() {
        return _ -> {};
    }
}
