package io.boxoffice.waitingroom.presale;

import io.boxoffice.common.security.InternalCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PresaleConfiguration {

    @Bean
    PresaleCatalog presaleCatalog(InternalCalls calls) {
        return calls.client("event", PresaleCatalog.class);
    }
}
